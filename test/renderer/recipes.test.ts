import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { recipeStepSchema } from '#shared/recipes/index.ts';
import { stalenessOf } from '../../renderer/app/derived/staleness.ts';
import { mergeInto } from '../../renderer/features/recipes/clusters/mergeInto.ts';
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
});

describe('a computed dataset', () => {
  const dataset = (name: string, version: number, sources?: readonly (readonly [string, number])[]) => ({
    ...{ id: name, name, version, file: 'f', bytes: 0, sha256: '', format: 'delimited' as const, options: {} },
    ...{ rows: 0, quarantined: 0, loadedAt: '', fields: [] },
    ...(sources && {
      derived: {
        ...{ kind: 'recipe' as const, definition: `make ${name}`, definitionVersion: 3 },
        sources: sources.map(([table, at]) => ({ table, version: at, rows: 0 })),
      },
    }),
  });
  const recipe = (name: string, version: number) => ({
    ...{ kind: 'recipe' as const, id: name, name: `make ${name}`, version, savedAt: '' },
    body: { table: 'raw', output: name, steps: [] },
  });
  const raw = dataset('raw', 2);

  it('is out of date where its recipe or a source changed, or a source of that, and only there', () => {
    const clean = dataset('clean', 1, [['raw', 2]]);
    const further = dataset('further', 1, [['clean', 1]]);
    const recipes = [recipe('clean', 3), recipe('further', 3)];
    expect(stalenessOf(raw, [raw, clean, further], recipes)).toBeNull();
    expect(stalenessOf(further, [raw, clean, further], recipes)).toBeNull();
    expect(stalenessOf(clean, [raw, clean], [recipe('clean', 4)])).toEqual({ why: 'definition' });
    const newer = dataset('raw', 3);
    expect(stalenessOf(clean, [newer, clean, further], recipes)).toEqual({ why: 'source', table: 'raw' });
    expect(stalenessOf(further, [newer, clean, further], recipes)).toEqual({ why: 'source', table: 'clean' });
  });
});
