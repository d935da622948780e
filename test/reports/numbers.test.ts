import { describe, expect, it } from 'vitest';
import { formatCount, formatInterval, formatRatio, formatShare } from '#shared/reports/index.ts';
import { wilson } from '#shared/statistics/index.ts';

describe('numbers of a report', () => {
  it('separates thousands', () => {
    expect([0, 999, 1000, 45211, 1234567].map(formatCount)).toEqual(['0', '999', '1,000', '45,211', '1,234,567']);
  });

  it('prints a share with one decimal, and no end that was not reached', () => {
    expect([0, 0.0001, 0.117, 0.9999, 1].map(formatShare)).toEqual(['0.0%', '<0.1%', '11.7%', '>99.9%', '100.0%']);
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
});
