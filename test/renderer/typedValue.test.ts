import { describe, expect, it } from 'vitest';
import { holds, typedLast } from '../../renderer/features/segments/editor/typedValue.ts';

/** The options in the order of the list while something is typed: the library puts that first, where it is new. */
function offered(typed: string, known: readonly string[]): string[] {
  const options = known.filter((value) => holds(typed, { value })).map((value) => ({ value }));
  const all = typed === '' || known.includes(typed) ? options : [{ value: typed }, ...options];
  const compare = typedLast(known.map((value) => ({ value })));
  return all.sort((a, b) => compare(a, b, { searchValue: typed })).map(({ value }) => value);
}

describe('values offered while one is typed', () => {
  const industries = ['批发和零售业', '制造业', '建筑业'];

  it('put one that holds what is typed before what is typed', () => {
    expect(offered('制造', industries)).toEqual(['制造业', '制造']);
  });

  it('leave out those of the list for what was typed before', () => {
    expect(offered('矿', industries)).toEqual(['矿']);
  });

  it('put the very value first', () => {
    expect(offered('A', ['AAA', 'AA', 'A'])).toEqual(['A', 'AAA', 'AA']);
  });

  it('stay in their order while nothing is typed', () => {
    expect(offered('', industries)).toEqual(industries);
  });

  it('do not mind case or spaces around', () => {
    expect(holds(' Yes ', { value: 'yes' })).toBe(true);
    expect(holds('a', {})).toBe(false);
  });
});
