import fc from 'fast-check';
import { pinyin } from 'pinyin-pro';
import { describe, expect, it } from 'vitest';
import { clusterField, clusterValues } from '#engine/recipes/clusters/index.ts';
import { spellingGroups } from '#shared/quality/index.ts';
import type { Cluster, ClusterMethod, CountedValue, RecipeStep } from '#shared/recipes/index.ts';
import { addTable, hostileNames } from '#test/support/tables.ts';
import { withWorkspace } from '#test/support/workspace.ts';

const counted = (values: readonly string[]): CountedValue[] =>
  [...new Set(values)].map((value, i) => ({ value, rows: (i * 7) % 5 }));
const valuesOf = (clusters: readonly Cluster[]) => clusters.map(({ values }) => values.map(({ value }) => value));
const clustersOf = async (values: readonly string[], method: ClusterMethod) =>
  valuesOf(
    await clusterValues(
      values.map((value, i) => ({ value, rows: 100 - i })),
      method,
    ),
  );

/** Levenshtein's distance by the whole table, as in every textbook. */
function distance(a: string, b: string): number {
  const table = Array.from({ length: a.length + 1 }, (_, i) => Array.from({ length: b.length + 1 }, (_, j) => i + j));
  const at = (i: number, j: number) => table[i]?.[j] ?? 0;
  for (let i = 1; i <= a.length; i++)
    for (let j = 1; j <= b.length; j++) {
      const row = table[i];
      if (row)
        row[j] = Math.min(at(i - 1, j) + 1, at(i, j - 1) + 1, at(i - 1, j - 1) + (a[i - 1] === b[j - 1] ? 0 : 1));
    }
  return at(a.length, b.length);
}

const plainly = (value: string) => value.normalize('NFKC').toLowerCase().trim().replace(/\s+/gu, ' ');
const isNear = (a: string, b: string, edits: number) =>
  distance(a, b) <= Math.min(edits, Math.floor(Math.max(a.length, b.length) / 3));

/** Stars by hand: of those left, the one with the most rows takes all near it. */
function stars(values: readonly CountedValue[], edits: number): string[][] {
  const left = values.toSorted((a, b) => b.rows - a.rows || (a.value < b.value ? -1 : 1));
  const found: string[][] = [];
  for (let first = left.shift(); first; first = left.shift()) {
    const centre = plainly(first.value);
    const near = left.filter(({ value }) => plainly(value) === centre || isNear(plainly(value), centre, edits));
    for (const each of near) left.splice(left.indexOf(each), 1);
    if (near.length > 0) found.push([first.value, ...near.map(({ value }) => value)].toSorted());
  }
  return found.toSorted();
}

// Few letters, so that texts are near one another, and all that a key drops.
const text = fc
  .array(fc.constantFrom('a', 'b', 'B', 'é', ' ', '-', '（', '中', '国', '工', '商', 'Ａ'), { maxLength: 10 })
  .map((parts) => parts.join(''));
const texts = fc.array(text, { maxLength: 40 }).map(counted);
// Texts and what a few edits make of them.
const edit = fc.tuple(fc.nat(12), fc.nat(1), fc.constantFrom('', 'x', '中', 'y国'));
const edited = fc
  .array(fc.tuple(text, fc.array(fc.array(edit, { maxLength: 4 }), { maxLength: 4 })), { maxLength: 10 })
  .map((all) =>
    counted(
      all.flatMap(([base, variants]) => [
        base,
        ...variants.map((edits) =>
          edits.reduce((now, [at, gone, put]) => now.slice(0, at) + put + now.slice(at + gone), base),
        ),
      ]),
    ),
  );
const method = fc.constantFrom<ClusterMethod>(
  { kind: 'fingerprint' },
  { kind: 'spelling' },
  { kind: 'ngram', size: 2 },
  { kind: 'pinyin' },
  { kind: 'distance', edits: 2 },
);

describe('values that may be one', () => {
  it('are in one cluster each, with their rows, the most frequent value first, and none is made up', async () => {
    await fc.assert(
      fc.asyncProperty(texts, method, async (values, by) => {
        const clusters = await clusterValues(values, by);
        const clustered = clusters.flatMap((each) => each.values);
        expect(new Set(clustered.map(({ value }) => value)).size).toBe(clustered.length);
        for (const each of clustered) expect(values).toContainEqual(each);
        for (const { suggested, rows, values: own } of clusters) {
          expect(own.length).toBeGreaterThan(1);
          expect(own.map(({ value }) => value)).toContain(suggested);
          expect(own[0]?.rows).toBe(Math.max(...own.map((each) => each.rows)));
          expect(rows).toBe(own.reduce((sum, each) => sum + each.rows, 0));
        }
      }),
      { numRuns: 60 },
    );
  });

  it('are, by distance, all those that comparing every pair finds', async () => {
    await fc.assert(
      fc.asyncProperty(edited, fc.integer({ min: 1, max: 3 }), async (values, edits) => {
        const clusters = valuesOf(await clusterValues(values, { kind: 'distance', edits }));
        expect(clusters.map((each) => each.toSorted()).toSorted()).toEqual(stars(values, edits));
      }),
      { numRuns: 150 },
    );
  });

  it('become the most frequent, unless that is typed untidily and another is not', async () => {
    const suggestedOf = async (by: ClusterMethod, ...values: readonly (readonly [string, number])[]) =>
      (
        await clusterValues(
          values.map(([value, rows]) => ({ value, rows })),
          by,
        )
      ).map(({ suggested }) => suggested);
    const spelling = { kind: 'spelling' } as const;
    expect(await suggestedOf(spelling, ['餐 饮', 9], ['餐饮', 4], [' 餐饮', 5])).toEqual(['餐饮']);
    expect(await suggestedOf(spelling, ['ＡＢ１', 9], ['ab1', 2], ['AB1', 1])).toEqual(['AB1']);
    expect(await suggestedOf(spelling, ['批发、零售', 3], ['批发零售', 2])).toEqual(['批发、零售']);
    // A space between words is none too many; where all are odd, the most frequent stands.
    expect(await suggestedOf(spelling, ['Ping An', 3], ['PingAn', 2])).toEqual(['Ping An']);
    expect(await suggestedOf(spelling, ['餐 饮', 2], ['餐饮 ', 1])).toEqual(['餐 饮']);
    // Of the same letters rather than of the same sound; near ones are other words.
    expect(await suggestedOf({ kind: 'pinyin' }, ['餐 饮', 9], ['餐引', 8], ['餐饮', 1])).toEqual(['餐饮']);
    expect(await suggestedOf({ kind: 'pinyin' }, ['餐 饮', 9], ['餐引', 8])).toEqual(['餐引']);
    expect(await suggestedOf({ kind: 'distance', edits: 1 }, [' 工商银行', 9], ['工商很行', 8])).toEqual([' 工商银行']);
  });

  it('have one fingerprint: the order of words, case, marks, accents and width do not matter', async () => {
    const one = ['Ping An Bank', 'bank, ping an', 'ＰＩＮＧ　an–bank'.replace('–', ' '), 'Ping-An Bank'];
    expect(await clustersOf([...one, 'Ping An'], { kind: 'fingerprint' })).toEqual([one.slice(0, 3)]);
    expect(
      await clustersOf(['Crédit Agricole', 'credit agricole', '工商银行（北京）', '工商银行(北京)'], {
        kind: 'fingerprint',
      }),
    ).toEqual([
      ['Crédit Agricole', 'credit agricole'],
      ['工商银行（北京）', '工商银行(北京)'],
    ]);
    expect(await clustersOf(['--', '。', ' '], { kind: 'fingerprint' })).toEqual([]);
  });

  it('are, by spelling, those that an assessment of quality counts: ratings stay apart, broken words come together', async () => {
    const values = ['餐饮', '餐 饮', 'A+', 'A-', 'A', ' a', '批发、零售', '批发零售', '批发和零售'];
    const found = await clustersOf(values, { kind: 'spelling' });
    expect(found.map((each) => each.toSorted()).toSorted()).toEqual(
      [
        ['餐 饮', '餐饮'],
        [' a', 'A'],
        ['批发、零售', '批发零售'],
      ].toSorted(),
    );
    const groups = spellingGroups(values.map((value) => ({ value, rows: 1 })));
    expect(groups.map(({ spellings }) => spellings.map(({ value }) => value).toSorted()).toSorted()).toEqual(
      found.map((each) => each.toSorted()).toSorted(),
    );
  });

  it('have one n-gram fingerprint: spaces do not matter, nor, with runs of one, the order of letters', async () => {
    expect(await clustersOf(['Krzysztof', 'Krzy sztof', 'Krzystzof'], { kind: 'ngram', size: 2 })).toEqual([
      ['Krzysztof', 'Krzy sztof'],
    ]);
    expect(await clustersOf(['Krzysztof', 'Krzy sztof', 'Krzystzof'], { kind: 'ngram', size: 1 })).toEqual([
      ['Krzysztof', 'Krzy sztof', 'Krzystzof'],
    ]);
  });

  it('sound alike: what an input method confuses', async () => {
    const values = ['招商银行', '招商引航', '招商银航', '工商银行', 'ATM 取现', 'atm取线'];
    expect(await clustersOf(values, { kind: 'pinyin' })).toEqual([
      ['招商银行', '招商引航', '招商银航'],
      ['ATM 取现', 'atm取线'],
    ]);
    expect(pinyin('招商引航', { toneType: 'none' })).toBe('zhao shang yin hang');
  });

  it('are never one for an edit that is more than a third of them', async () => {
    expect(
      await clustersOf(['男', '女', '是', '否', '北京', '南京', 'A1', 'A2'], { kind: 'distance', edits: 3 }),
    ).toEqual([]);
    expect(await clustersOf(['制造业', '制造', '批发零售业', '批发和零售业'], { kind: 'distance', edits: 1 })).toEqual([
      ['制造业', '制造'],
      ['批发零售业', '批发和零售业'],
    ]);
  });
});

describe('the clusters of a field', () => {
  it('are of the rows after the steps before, whatever the field is called, and withheld where it identifies people', async () => {
    await withWorkspace(async (workspace) => {
      const rows = [' Ｂank', 'bank', 'BANK', 'bank', null, 'Other'].map((value) => [value, value]);
      const [field] = hostileNames;
      const columns = [
        { name: field, type: 'text' },
        { name: 'who', type: 'text', sensitivity: 'name' },
      ] as const;
      await addTable(workspace, 't', columns, rows);
      const steps: RecipeStep[] = [{ kind: 'trim', enabled: true, fields: [field], collapse: true }];
      const definition = { table: 't', output: 'u', steps };
      const method = { kind: 'fingerprint' } as const;
      const values = async (upTo: number | null) => clusterField(workspace, { definition, upTo, field, method });
      const found = { total: 1, looked: 4, distinct: 4 };
      expect(await values(0)).toMatchObject({ ...found, clusters: [{ suggested: 'bank', rows: 4 }] });
      expect((await values(null)).clusters[0]?.values.map(({ value }) => value)).toEqual(['bank', 'BANK', 'Ｂank']);
      await expect(clusterField(workspace, { definition, upTo: null, field: 'who', method })).rejects.toMatchObject({
        messageId: 'valuesWithheld',
      });
      await expect(clusterField(workspace, { definition, upTo: 0, field: 'gone', method })).rejects.toMatchObject({
        messageId: 'recipeFieldGone',
      });
    });
  });

  it('stop where they are cancelled', async () => {
    const values = Array.from({ length: 20_000 }, (_, i) => ({ value: `招商银行${i}`, rows: 1 }));
    const abort = new AbortController();
    const onProgress = () => abort.abort();
    await expect(clusterValues(values, { kind: 'pinyin' }, { signal: abort.signal, onProgress })).rejects.toMatchObject(
      {
        code: 'cancelled',
      },
    );
  });
});
