import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { type RecipeStepResult, recipeStepSchema } from '#shared/recipes/index.ts';
import { mergeInto } from '../../renderer/features/recipes/clusters/mergeInto.ts';
import { columnChanges } from '../../renderer/features/recipes/inspector/columnChanges.ts';
import { moved, toEdit, toStep } from '../../renderer/features/recipes/steps/draft.ts';
import { freshStep, iconOf, kindGroups } from '../../renderer/features/recipes/steps/kinds.ts';

describe('the steps of a recipe on screen', () => {
  it('can be of every kind, each in one group, and are not complete before anything is filled in', () => {
    const grouped = Object.values(kindGroups).flat();
    const kinds = recipeStepSchema.options.flatMap(({ shape }) => [...shape.kind.values]);
    expect(grouped.toSorted()).toEqual(kinds.toSorted());
    for (const kind of grouped) {
      const step = freshStep(kind);
      expect(step.kind).toBe(kind);
      expect(iconOf(kind)).toBeDefined();
      expect(toStep({ ...step, id: 'a' })).toBeNull();
    }
  });

  it('have an id each, their own where it is their own alone', () => {
    const trim = { kind: 'trim', enabled: true, fields: ['a'], collapse: true } as const;
    const steps = [trim, { ...trim, id: 'x' }, { ...trim, id: 'x' }].map((step) => ({ ...step, fields: ['a'] }));
    expect(toEdit(steps).map(({ id }) => id)).toEqual(['n0', 'x', 'n2']);
  });

  it('are all there after a move, the moved one in the place of the other', () => {
    fc.assert(
      fc.property(fc.integer({ min: 1, max: 8 }), fc.nat(7), fc.nat(7), (count, from, to) => {
        const steps = toEdit(Array.from({ length: count }, () => freshStep('trim')));
        const [a, b] = [steps[from % count]?.id ?? '', steps[to % count]?.id ?? ''];
        const after = moved(steps, a, b).map(({ id }) => id);
        expect(after.toSorted()).toEqual(steps.map(({ id }) => id).toSorted());
        expect(after.indexOf(a)).toBe(to % count);
      }),
    );
  });

  it('take merged values, each to one target: the newest', () => {
    const step = {
      kind: 'map' as const,
      enabled: true,
      field: 'a',
      values: [
        { from: ['x', 'y'], to: 'z' },
        { from: ['q'], to: null },
      ],
      others: 'keep' as const,
    };
    const merged = mergeInto(step, 'a', [{ from: ['y', 'q'], to: 'w' }]);
    expect(merged.values).toEqual([
      { from: ['x'], to: 'z' },
      { from: ['y', 'q'], to: 'w' },
    ]);
    expect(mergeInto(step, 'b', [{ from: ['y'], to: 'w' }])).toMatchObject({
      field: 'b',
      values: [{ from: ['y'], to: 'w' }],
    });
  });

  it('make each group one value, whatever the step said before', () => {
    const value = fc.constantFrom('a', 'b', 'c', 'd', 'e');
    const rows = fc.uniqueArray(fc.record({ from: value, to: value }), { selector: ({ from }) => from });
    const group = fc.record({ from: fc.uniqueArray(value, { minLength: 1 }), to: value });
    fc.assert(
      fc.property(rows, group, (before, { from, to }) => {
        const values = before.map((each) => ({ from: [each.from], to: each.to }));
        const others = from.filter((each) => each !== to);
        const step = { kind: 'map' as const, enabled: true, field: 'x', values, others: 'keep' as const };
        const after = mergeInto(step, 'x', [{ from: others, to }]).values;
        const become = (each: string) => after.find((row) => row.from.some((one) => one === each))?.to ?? each;
        expect(new Set([...from, to].map(become))).toEqual(new Set([to]));
        expect(others.filter((each) => ['a', 'b', 'c', 'd', 'e'].map(become).includes(each))).toEqual([]);
      }),
    );
  });

  it('tell the columns that they make, drop and rename beside those whose cells they change', () => {
    const fields = (...names: string[]) =>
      names.map((name) => ({ name, type: 'text', sensitivity: 'internal' }) as const);
    const result = (after: ReturnType<typeof fields>, columns: RecipeStepResult['columns']) => ({
      ...{ status: 'done' as const, error: null, rowsBefore: 2, rowsAfter: 2, changedCells: 0, fields: after, columns },
      sample: { before: [], after: [], rows: [] },
    });
    const none = { changed: 0, unread: 0, added: false };
    const before = fields('a', 'b', 'c');
    const of = (...args: Parameters<typeof columnChanges>) =>
      columnChanges(...args).map(({ name, what, cells }) => `${name}: ${what} ${cells}`);
    expect(of('rename', result(fields('a', 'x', 'c'), []), before)).toEqual(['b → x: renamed 0']);
    expect(of('drop', result(fields('b'), []), before)).toEqual(['a: gone 0', 'c: gone 0']);
    const split = [
      { field: 'a', ...none, changed: 2 },
      { field: 'b', ...none },
      { field: 'd', ...none, added: true },
    ];
    expect(of('split', result(fields('a', 'b', 'd'), split), before)).toEqual([
      'a: cells 2',
      'd: added 0',
      'c: gone 0',
    ]);
  });
});
