import fc from 'fast-check';
import { expect, test } from 'vitest';
import { differenceOf, editDistance } from '#shared/matching/index.ts';

test('how two values differ, by hand-made examples', () => {
  const id = '110101199003077512';
  const known: [string, string, string, number][] = [
    [id, '110101199003077515', 'one', 1],
    [id, '110101199003075712', 'swapped', 2],
    // Two that changed places and are no neighbours, and two neighbours that did not.
    [id, '110101199003071577', 'some', 3],
    [id, '110101199003027517', 'some', 2],
    [id, '110101199003077599', 'some', 2],
    [id, '33010619720815002X', 'most', 12],
    ['13800138003', '13900139008', 'some', 3],
    ['13800138003', '18677205416', 'most', 10],
    ['02787654321', '87654321', 'added', 3],
    ['13800138003', '1380138003', 'added', 1],
    ['13800138003', '1380138004', 'length', 2],
    ['王五', '王六', 'most', 1],
    ['上海市浦东新区世纪大道😀1号', '上海市浦东新区世纪大道😀2号', 'one', 1],
  ];
  for (const [one, other, kind, characters] of known)
    expect([one, other, differenceOf(one, other)]).toMatchObject([one, other, { kind, characters }]);
  expect(differenceOf(id, id)).toBeNull();
  expect(differenceOf('a'.repeat(201), 'b')).toBeNull();
});

test('it is the same from either side, and nothing only for what is equal', () => {
  const text = fc.string({ unit: fc.constantFrom('1', '2', '3', '王', '😀'), maxLength: 8 });
  fc.assert(
    fc.property(text, text, (a, b) => {
      const [there, back] = [differenceOf(a, b), differenceOf(b, a)];
      expect(there === null).toBe(a === b);
      expect(there && { ...there, lengths: there.lengths.toReversed() }).toEqual(back);
      // Every character that differs can be changed, so that no fewer are said than have to be.
      expect(there?.characters ?? 0).toBeGreaterThanOrEqual(editDistance(a, b));
      expect(there?.characters ?? 0).toBeLessThanOrEqual(Math.max([...a].length, [...b].length));
    }),
    {
      examples: [
        ['12', '21'],
        ['', '1'],
      ],
    },
  );
});
