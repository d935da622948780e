import type { Provenance } from '#shared/contract/index.ts';
import { assess, type Baseline, type PortraitDefinition, type PortraitResult } from '#shared/portraits/index.ts';
import type { FieldRef } from '#shared/segments/index.ts';
import { factOf, singleTables } from '../clients/index.ts';
import { provenanceOf, versionOf } from '../datasets/index.ts';
import { fieldsOfScope, scopedClients } from '../segments/index.ts';
import { type QueryOptions, type Row, type Session, type Sql, sql } from '../warehouse/index.ts';
import type { Workspace } from '../workspace/index.ts';
import { type Candidate, chooseFields, isMeasured, type Skipped } from './choose.ts';
import { countsOf, threeOf } from './counts.ts';
import { type LinkedValues, linkedValues } from './linked.ts';
import { look, type Seen } from './look.ts';
import { numbersTable } from './numbers.ts';
import { countsSql, rowsSql, rowsTable, type Single } from './rows.ts';

type ScopedClients = Awaited<ReturnType<typeof scopedClients>>;

/** Below so many clients a group's shares say little. */
const smallGroup = 30;

export interface Computed {
  readonly result: PortraitResult;
  readonly provenance: Provenance;
  /** How each dimension was computed by itself, in the order of `result.dimensions`. */
  readonly steps: Provenance[];
}

/**
 * Compares the clients of a group with its baseline, field by field (docs/semantics.md, Portraits). Fails with
 * `clientsMissing`, and with the segment that has gone by name; a field that has gone is named in `skipped`.
 */
export async function computePortrait(
  workspace: Workspace,
  definition: PortraitDefinition,
  options: QueryOptions = {},
): Promise<Computed> {
  const started = performance.now();
  const { baseline } = definition;
  const scope = await scopedClients(workspace, definition.scope, options);
  const other = baseline.kind === 'segment' ? await scopedClients(workspace, baseline, options) : null;
  const left = definition.ruleFields ? [] : fieldsOfScope(workspace, definition.scope);
  const datasets = workspace.catalogue.datasets.list();
  const singles = await singleTables(workspace, scope.model, options);
  const chosen = chooseFields(datasets, scope.model, definition.dimensions, left, singles);
  const singleFacts = chosen.candidates.filter(({ single }) => single).map(({ ref }) => ref.table);
  const facts = [...new Set(singleFacts)].map((table) => factOf(workspace, scope.model, table));
  const linked = await linkedOf(workspace, scope, chosen.candidates, options);
  const progress = progressOf(chosen.candidates.length, options.onProgress);
  const looked = await allOf(
    sharesOf(chosen.candidates).map((candidates, at) => {
      const work = { scope, other, baseline, candidates, facts, linked, sized: at === 0, progress };
      return workspace.warehouse.withSession((session) => lookIn(session, work), options.signal);
    }),
  );
  const seen = looked.flatMap((each) => each.seen);
  const { a: clients, ...counts } = countsOf(looked[0]?.counted);
  const found = chosen.candidates.flatMap((candidate) => {
    const { dimension, statements } = seen.find((each) => each.candidate === candidate) ?? {};
    return dimension === undefined || typeof dimension === 'string'
      ? []
      : [{ dimension, statements: statements ?? [] }];
  });
  const skipped = [...chosen.skipped, ...seen.flatMap(skippedOf)];
  const three = threeOf({ ...counts, a: clients });
  const dimensions = assess(
    found.map(({ dimension }) => dimension),
    three,
  );
  const compared = [...scope.compared, ...(other?.compared ?? [])];
  const tables = [...scope.tables, ...(other?.tables ?? [])].map(versionOf);
  const read = (fields: readonly FieldRef[]) => [
    ...tables,
    ...datasets.filter(({ name }) => fields.some(({ table }) => table === name)).map(versionOf),
  ];
  const steps = dimensions.map(({ field }) => {
    const { statements } = found.find(({ dimension }) => same(dimension.field, field)) ?? { statements: [] };
    return provenanceOf(statements, compared, read([field]), started);
  });
  const all = new Set(looked.flatMap(({ statements }) => statements));
  return {
    result: { sizes: three, small: three.group < smallGroup, dimensions, skipped: inOrder(skipped, datasets) },
    provenance: provenanceOf([...all], compared, read(chosen.candidates.map(({ ref }) => ref)), started),
    steps,
  };
}

/**
 * What is looked at side by side: numbers are asked one after the other, and the steps of one leave half the machine idle.
 * Each share writes down clients of its own, since a temporary table is one connection's.
 */
function sharesOf(candidates: readonly Candidate[]): (readonly Candidate[])[] {
  const numeric = ({ linked, field }: Candidate) => !linked && isMeasured(field);
  const shares = [candidates.filter((each) => !numeric(each)), candidates.filter(numeric)];
  const filled = shares.filter((share) => share.length > 0);
  return filled.length === 0 ? [[]] : filled;
}

interface Work {
  readonly scope: ScopedClients;
  readonly other: ScopedClients | null;
  readonly baseline: Baseline;
  readonly candidates: readonly Candidate[];
  /** The tables with one row a client that fields are of. */
  readonly facts: readonly Single[];
  readonly linked: ReadonlyMap<Candidate, LinkedValues | null>;
  /** Whether group and baseline are counted on the way: once is enough. */
  readonly sized: boolean;
  readonly progress: () => void;
}

interface Looked {
  readonly seen: readonly Seen[];
  readonly counted: Row | undefined;
  readonly statements: readonly Sql[];
}

async function lookIn(session: Session, work: Work): Promise<Looked> {
  const { scope, other, baseline, candidates, facts, linked, sized, progress } = work;
  const own = candidates.filter((candidate) => !candidate.linked);
  const joined = facts.filter(({ dataset }) => own.some(({ ref }) => ref.table === dataset.name));
  const singleAt = ({ ref }: Candidate) => joined.findIndex(({ dataset }) => dataset.name === ref.table);
  const fields = own.map((candidate) => ({ field: candidate.field, single: singleAt(candidate) }));
  const linkedColumns = candidates.flatMap((candidate) => linked.get(candidate) ?? []);
  const rows = rowsSql(scope.base, scope.condition, other?.condition ?? null, fields, joined, linkedColumns);
  const sizes = sql`SELECT ${countsSql(baseline)} FROM ${rowsTable}`;
  try {
    await session.run(rows);
    const [counted] = sized ? await session.rows(sizes) : [];
    const clients = countsOf(counted).a;
    const singles = fields.map(({ single }) => single);
    const looking = { candidates, own, singles, linked, linkedColumns, baseline, clients };
    const seen = (await look(session, looking, progress)).map((each) => ({
      ...each,
      statements: [rows, ...each.statements],
    }));
    const statements = [rows, ...(sized ? [sizes] : []), ...seen.flatMap((each) => each.statements)];
    return { seen, counted, statements };
  } finally {
    await tidy(session);
  }
}

/** Calls back with the share of `total` that is done, one more each time. */
function progressOf(total: number, onProgress: QueryOptions['onProgress']): () => void {
  let done = 0;
  return () => onProgress?.(Math.min(1, ++done / total));
}

/** Waits for all, also where one fails: none may still be at work when the failure is told. */
async function allOf<T>(works: readonly Promise<T>[]): Promise<T[]> {
  await Promise.allSettled(works);
  return Promise.all(works);
}

/** A signal of its own: what was cancelled is tidied up as well. */
async function tidy(session: Session): Promise<void> {
  const { signal } = new AbortController();
  for (const table of [rowsTable, numbersTable]) await session.run(sql`DROP TABLE IF EXISTS ${table}`, { signal });
}

async function linkedOf(
  workspace: Workspace,
  { model, base }: ScopedClients,
  candidates: readonly Candidate[],
  options: QueryOptions,
): Promise<Map<Candidate, LinkedValues | null>> {
  const found = new Map<Candidate, LinkedValues | null>();
  const mine = candidates.filter(({ linked }) => linked);
  for (const table of new Set(mine.map(({ dataset }) => dataset.name))) {
    const of = mine.filter(({ dataset }) => dataset.name === table);
    const fields = of.map(({ field }) => field.name);
    const values = await linkedValues(workspace, base, factOf(workspace, model, table), fields, options);
    of.forEach((candidate, i) => void found.set(candidate, values[i] ?? null));
  }
  return found;
}

const same = (a: FieldRef, b: FieldRef) => a.table === b.table && a.field === b.field;

const skippedOf = ({ candidate, dimension }: Seen): Skipped[] =>
  typeof dimension === 'string' ? [{ field: candidate.ref, reason: dimension }] : [];

/** In the order of the tables' fields, whatever came of them when; what has gone stands last. */
function inOrder(
  skipped: readonly Skipped[],
  datasets: readonly { name: string; fields: readonly { name: string }[] }[],
) {
  const place = ({ table, field }: FieldRef) => {
    const at = datasets.findIndex(({ name }) => name === table);
    const within = datasets[at]?.fields.findIndex(({ name }) => name === field) ?? -1;
    return at < 0 || within < 0 ? Number.POSITIVE_INFINITY : at * 1e6 + within;
  };
  return skipped.toSorted((a, b) => (place(a.field) === place(b.field) ? 0 : place(a.field) - place(b.field)));
}
