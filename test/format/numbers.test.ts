import { describe, expect, it } from 'vitest';
import {
  formatCount,
  formatDuration,
  formatInterval,
  formatP,
  formatRatio,
  formatShare,
  formatTgi,
  statedN,
  statedP,
} from '#shared/format/index.ts';
import { wilson } from '#shared/statistics/index.ts';

/** The same where no line may break. */
const unbroken = (text: string): string => text.replaceAll(' ', '\u00A0');

describe('numbers', () => {
  it('separates thousands', () => {
    expect([0, -0.4, 999, 1000, 1234567].map(formatCount)).toEqual(['0', '0', '999', '1,000', '1,234,567']);
  });

  it('prints a share with one decimal, and no end that was not reached', () => {
    const shares = [0, 0.0001, 0.117, 0.9999, 1, null];
    expect(shares.map(formatShare)).toEqual(['0.0%', '<0.1%', '11.7%', '>99.9%', '100.0%', '—']);
  });

  it("gives Wilson's interval as published", () => {
    // Newcombe 1998, table I: 81 of 263, 15 of 148, 0 of 20, 1 of 29.
    const published = [
      [81, 263, 0.2553, 0.3662],
      [15, 148, 0.0624, 0.1605],
      [0, 20, 0, 0.1611],
      [1, 29, 0.0061, 0.1718],
    ] as const;
    for (const [k, n, low, high] of published) {
      expect(wilson(k, n).low).toBeCloseTo(low, 4);
      expect(wilson(k, n).high).toBeCloseTo(high, 4);
    }
    expect(formatInterval(wilson(45211, 45211))).toBe('100.0%–100.0%');
  });

  it('prints a ratio', () => {
    expect([7.548, 12345.6].map(formatRatio)).toEqual(['7.5', '12,346']);
  });

  it('prints a p-value bare in a table and with its sign in a sentence, never 0', () => {
    expect([0, 0.034, 1, null].map(formatP)).toEqual(['<0.001', '0.034', '1.000', '—']);
    expect([0, 0.034, 1].map(statedP)).toEqual(['p < 0.001', 'p = 0.034', 'p = 1.000'].map(unbroken));
    expect(statedN(1878)).toBe(unbroken('n = 1,878'));
  });

  it('prints a TGI', () => {
    expect([null, 0, 3.14, 561.9].map(formatTgi)).toEqual(['—', '0', '3.1', '562']);
  });

  it('prints a length of time in the largest unit of which it fills two', () => {
    const seconds = [0, 119, 5400, 90_000, 172_800, 1e9];
    expect(seconds.map((each) => formatDuration(each, 'zh'))).toEqual([
      '0 秒',
      '119 秒',
      '90 分钟',
      '25 小时',
      '2 天',
      '11,574.1 天',
    ]);
    expect(formatDuration(129_600, 'en')).toBe('36 h');
  });
});
