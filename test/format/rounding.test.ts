import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { formatShare, toDecimals } from '#shared/format/index.ts';

describe('rounding', () => {
  it('takes halves away from zero as Excel does, also where the double lies below them', () => {
    const halves: [number, number, string][] = [
      [20.65, 1, '20.7'],
      [31.95, 1, '32.0'],
      [68.05, 1, '68.1'],
      [1.005, 2, '1.01'],
      [-2.5, 0, '-3'],
      [0.0005, 3, '0.001'],
      [-0.04, 1, '0.0'],
      [1e-9, 3, '0.000'],
      [1e300, 1, (1e300).toFixed(1)],
    ];
    for (const [value, decimals, text] of halves) expect(toDecimals(value, decimals), String(value)).toBe(text);
    expect([413 / 2000, 639 / 2000, 1361 / 2000].map(formatShare)).toEqual(['20.7%', '32.0%', '68.1%']);
  });

  it('is what rounding whole numbers gives', () => {
    const thousandths = fc.integer({ min: -1e12, max: 1e12 });
    fc.assert(
      fc.property(thousandths, (value) => {
        const size = BigInt(Math.abs(value));
        const tenths = size / 100n + (size % 100n >= 50n ? 1n : 0n);
        const text = `${value < 0 && tenths > 0n ? '-' : ''}${tenths / 10n}.${tenths % 10n}`;
        expect(toDecimals(value / 1000, 1)).toBe(text);
      }),
    );
  });
});
