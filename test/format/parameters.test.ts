import { describe, expect, it } from 'vitest';
import { isScale, writtenParameter } from '#shared/format/index.ts';

describe('parameters of a statement', () => {
  it('show a scale as the power of two it is: its digits would be rounded ones', () => {
    expect(writtenParameter(2 ** 68)).toBe('2^68');
    expect(isScale(2 ** 68)).toBe(true);
  });

  it('show everything else as it is', () => {
    expect([20_001, 1024, 0.5, '制造业', true, null].map(writtenParameter)).toEqual([
      '20001',
      '1024',
      '0.5',
      '"制造业"',
      'true',
      'null',
    ]);
    expect([3e20, 1024, '2', null].some(isScale)).toBe(false);
  });
});
