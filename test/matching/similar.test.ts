import fc from 'fast-check';
import { expect, test } from 'vitest';
import { editDistance, jaroWinkler } from '#shared/matching/index.ts';

test('names are as alike as Winkler has it, by whole characters', () => {
  const known: [string, string, number, number][] = [
    ['MARTHA', 'MARHTA', 0.9611, 2],
    ['DIXON', 'DICKSONX', 0.8133, 4],
    ['DWAYNE', 'DUANE', 0.84, 2],
    ['长江实业贸易', '长江实业贸昜', 0.9333, 1],
    ['甲', '乙', 0, 1],
    ['', '', 1, 0],
  ];
  for (const [one, other, alike, edits] of known) {
    expect(jaroWinkler(one, other)).toBeCloseTo(alike, 4);
    expect(editDistance(one, other)).toBe(edits);
  }
  const name = fc.string({ unit: fc.constantFrom('长', '江', '实', '😀', 'A'), maxLength: 9 });
  fc.assert(
    fc.property(name, name, name, (a, b, c) => {
      expect(jaroWinkler(a, a)).toBeCloseTo(1, 12);
      expect(jaroWinkler(a, b)).toBeGreaterThanOrEqual(0);
      expect(jaroWinkler(a, b)).toBeLessThanOrEqual(1 + 1e-12);
      expect(editDistance(a, b)).toBe(editDistance(b, a));
      expect(editDistance(a, c)).toBeLessThanOrEqual(editDistance(a, b) + editDistance(b, c));
    }),
  );
});
