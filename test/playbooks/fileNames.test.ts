import fc from 'fast-check';
import { expect, test } from 'vitest';
import { namesOf } from '#engine/playbooks/fileNames.ts';

const named = (...places: string[]) => places.map(namesOf(places));

test.each([
  [
    ['/in/a.csv', '/in/b.csv'],
    ['a.csv', 'b.csv'],
  ],
  [
    ['/in/may/l.csv', '/in/june/l.csv', '/in/x.csv'],
    ['may/l.csv', 'june/l.csv', 'x.csv'],
  ],
  [
    ['C:\\in\\may\\l.csv', 'C:\\in\\june\\L.csv'],
    ['may/l.csv', 'june/L.csv'],
  ],
  // What lies in one folder stays together.
  [
    ['/in/05/loans.xlsx', '/in/05/cards.xlsx', '/in/04/loans.xlsx'],
    ['05/loans.xlsx', '05/cards.xlsx', '04/loans.xlsx'],
  ],
  // Nothing but their drives tells them apart, and a playbook names no drive.
  [
    ['C:\\data\\l.csv', 'D:\\data\\l.csv'],
    ['1/l.csv', '2/l.csv'],
  ],
  [
    ['/l.csv', '/x/l.csv'],
    ['1/l.csv', 'x/l.csv'],
  ],
  [
    ['\\\\server\\share\\l.csv', 'C:\\in\\l.csv'],
    ['share/l.csv', 'in/l.csv'],
  ],
  // One file, chosen twice on Windows.
  [
    ['C:\\x\\l.xlsx', 'c:\\X\\l.xlsx'],
    ['l.xlsx', 'l.xlsx'],
  ],
])('%j are called %j', (places, expected) => {
  expect(named(...places)).toEqual(expected);
});

test('different files have different names, which lie in any folder', () => {
  const part = fc.constantFrom('a', 'A', 'b', '05', 'l.csv');
  const place = fc
    .tuple(fc.constantFrom('/', 'C:\\', 'd:/'), fc.array(part, { minLength: 1, maxLength: 4 }))
    .map(([root, parts]) => `${root}${parts.join('/')}`);
  fc.assert(
    fc.property(fc.uniqueArray(place, { maxLength: 6, selector: (each) => each.toLowerCase() }), (places) => {
      const names = named(...places);
      expect(new Set(names.map((name) => name.toLowerCase())).size).toBe(places.length);
      for (const name of names) expect(name).toMatch(/^[^/\\:]+(\/[^/\\:]+)*$/);
    }),
  );
});
