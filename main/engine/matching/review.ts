import { AppError } from '#shared/errors/index.ts';
import { type DoubtfulPair, differenceOf, doubts, type MatchDefinition, normalised } from '#shared/matching/index.ts';
import { isReason } from '#shared/privacy/reason.ts';
import { revealSeconds } from '#shared/privacy/reveal.ts';
import { isMasked, isNeverShown } from '#shared/privacy/sensitivity.ts';
import { maskText } from '#shared/privacy/text.ts';
import { widest } from '#shared/privacy/widest.ts';
import { join, type QueryOptions, sql } from '../warehouse/index.ts';
import type { Workspace } from '../workspace/index.ts';
import { type Matched, matchLists, readMatched } from './compute.ts';
import type { MatchInputs } from './inputs.ts';
import { hashSql, rowsOfList } from './keys.ts';
import { orderedPairs } from './order.ts';
import { sideOf, textsOf } from './sides.ts';

interface Page {
  readonly definition: MatchDefinition;
  readonly show: 'open' | 'all';
  readonly sort: 'trust' | 'names';
  readonly offset: number;
  readonly limit: number;
}

/** One page of doubtful pairs; see `matching.pairs` of the contract. */
export async function readPairs(
  workspace: Workspace,
  { definition, ...page }: Page,
  options: QueryOptions,
): Promise<{ total: number; pairs: DoubtfulPair[] }> {
  return readMatched(workspace, definition, options, (matched) => pageOf(workspace, matched, page, options));
}

async function pageOf(
  workspace: Workspace,
  matched: Matched,
  { show, sort, offset, limit }: Omit<Page, 'definition'>,
  options: QueryOptions,
): Promise<{ total: number; pairs: DoubtfulPair[] }> {
  const { inputs, scratch } = matched;
  const { definition } = inputs;
  const all = (await orderedPairs(workspace, matched, sort)).filter(({ decided }) => show === 'all' || !decided);
  const asked = all.slice(offset, offset + limit);
  if (asked.length === 0) return { total: all.length, pairs: [] };
  const places = join(
    asked.map(({ n }) => sql`${n}`),
    ', ',
  );
  const found = await workspace.warehouse.rows(
    sql`SELECT p.n, p.ra, p.rb, p.level, p.doubt, p.decided, ${hashSql(inputs, 'a', scratch)} AS ha, ${hashSql(inputs, 'b', scratch)} AS hb FROM ${scratch.pairs} p
      JOIN ${scratch.keys} a ON a.rid = p.ra JOIN ${scratch.keys} b ON b.rid = p.rb WHERE p.n IN (${places})`,
    { signal: options.signal },
  );
  const byPlace = new Map(found.map((row) => [Number(row.n), row]));
  const rows = asked.map(({ n }) => byPlace.get(n)).filter((row) => row !== undefined);
  const namesOf = new Map(asked.map(({ n, names }) => [n, names]));
  const wanted = rows.flatMap(({ ra, rb }) => [Number(ra), Number(rb)]);
  const texts = await textsOf(workspace, inputs, wanted);
  const pairs = rows.flatMap((row): DoubtfulPair[] => {
    const key = definition.keys[Number(row.level)];
    const doubt = doubts.find((each) => each === row.doubt);
    const [a, b] = [texts.get(Number(row.ra)) ?? [], texts.get(Number(row.rb)) ?? []];
    if (!key || !doubt) return [];
    return [
      {
        ...{ doubt, key, decided: row.decided === true, names: namesOf.get(Number(row.n)) ?? null },
        a: sideOf(inputs, Number(row.ra), String(row.ha), a),
        b: sideOf(inputs, Number(row.rb), String(row.hb), b),
        ...comparisonOf(inputs, a, b),
      },
    ];
  });
  return { total: all.length, pairs };
}

/** By attribute: whether two rows differ, and how where only their masks are shown. */
function comparisonOf(
  { definition, classes }: MatchInputs,
  a: readonly (string | null)[],
  b: readonly (string | null)[],
): Pick<DoubtfulPair, 'differs' | 'how'> {
  const both = definition.attributes.map(({ role }, i) => {
    const [x, y] = [normalised(a[i] ?? null, role), normalised(b[i] ?? null, role)];
    return x !== null && y !== null && x !== y ? ([x, y] as const) : null;
  });
  return {
    differs: both.map((values) => values !== null),
    how: both.map((values, i) => {
      const sensitivity = classes[i] ?? 'internal';
      return values && isMasked(sensitivity) && !isNeverShown(sensitivity) ? differenceOf(...values) : null;
    }),
  };
}

interface Wanted {
  readonly definition: MatchDefinition;
  readonly table: string;
  readonly number: number;
  readonly attribute: string;
  readonly reason: string;
}

/** The widest view of one value of a doubtful pair, for a reason that goes into the audit log; see `matching.reveal` of the contract. */
export async function revealValue(
  workspace: Workspace,
  wanted: Wanted,
): Promise<{ value: string | null; seconds: number }> {
  if (!isReason(wanted.reason)) throw new AppError('validation', 'reasonNeeded');
  const { inputs } = await matchLists(workspace, wanted.definition);
  const at = inputs.definition.lists.findIndex(({ table }) => table === wanted.table);
  const attribute = inputs.definition.attributes.findIndex(({ name }) => name === wanted.attribute);
  const list = inputs.lists[at];
  const field = list?.fields[attribute];
  if (!list || !field) throw new AppError('notFound', 'rowGone', { table: wanted.table });
  const rid = at * rowsOfList + wanted.number - 1;
  const texts = (await textsOf(workspace, inputs, [rid])).get(rid);
  if (!texts) throw new AppError('notFound', 'rowGone', { table: wanted.table });
  const sensitivity = inputs.classes[attribute] ?? field.sensitivity;
  workspace.catalogue.audit.append('reveal', list.dataset.name, {
    ...{ version: list.dataset.version, field: field.name, row: wanted.number, class: sensitivity },
    reason: maskText(wanted.reason.trim()),
  });
  const shown = widest(texts[attribute] ?? null, sensitivity);
  return { value: shown === null ? null : String(shown), seconds: revealSeconds };
}
