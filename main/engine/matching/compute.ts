import { createHash, randomBytes } from 'node:crypto';
import type { Provenance } from '#shared/contract/index.ts';
import { AppError } from '#shared/errors/index.ts';
import type { MatchDefinition, MatchSummary } from '#shared/matching/index.ts';
import { provenanceOf, versionOf } from '../datasets/index.ts';
import { type QueryOptions, type Session, type Sql, sql, unlessAborted } from '../warehouse/index.ts';
import type { Workspace } from '../workspace/index.ts';
import { clientsTable } from './clients.ts';
import { alone, type Clusters, clientOf, createClusters } from './cluster.ts';
import { applyDecisions, type Decided, readDecisions } from './decisions.ts';
import { foundTable, pairsTable, sharedPairs } from './doubtful.ts';
import { inputsOf, type MatchInputs } from './inputs.ts';
import { joinBy } from './joinBy.ts';
import { keysTable } from './keys.ts';
import { type KeyMembers, membersSql, readMembers } from './members.ts';
import { type RowSpace, rowSpaceOf } from './rowSpace.ts';
import { saltTable } from './salt.ts';
import { appendedTo, type Scratch, scratchOf, tablesOf } from './scratch.ts';
import { summaryOf } from './summary.ts';

/** Lists that were joined, with their working tables. */
export interface Matched {
  readonly inputs: MatchInputs;
  readonly scratch: Scratch;
  readonly summary: MatchSummary;
  readonly provenance: Provenance;
}

interface Kept {
  readonly key: string;
  readonly matched: Promise<Matched>;
  readonly stop: AbortController;
  /** How many wait for it: when nobody does any more it is given up. */
  waiting: number;
  /** Those that read its tables, which stay until they are done. */
  readonly reading: Set<Promise<unknown>>;
  /** Those of them that another definition must not put an end to. */
  making: number;
}

/** The last one of a workspace is kept: its review and its clients are asked for next. */
const lastOf = new WeakMap<Workspace, Kept>();

/** Joins the rows of the lists to clients; see docs/semantics.md. Fails with `datasetMissing`, `fieldMissing`, `matchContradiction`. */
export async function matchLists(
  workspace: Workspace,
  definition: MatchDefinition,
  options: QueryOptions = {},
): Promise<Matched> {
  const inputs = inputsOf(workspace, definition);
  return { ...(await wait(keptFor(workspace, inputs, options), options)), inputs };
}

/** The same for `read`, during which the working tables stay whatever else is asked. */
export async function readMatched<T>(
  workspace: Workspace,
  definition: MatchDefinition,
  options: QueryOptions,
  read: (matched: Matched) => Promise<T>,
): Promise<T> {
  const inputs = inputsOf(workspace, definition);
  const kept = keptFor(workspace, inputs, options);
  const reading = wait(kept, options).then((matched) => read({ ...matched, inputs }));
  kept.reading.add(reading);
  try {
    return await reading;
  } finally {
    kept.reading.delete(reading);
  }
}

/** The same for `make`: nor is it given up where another definition is asked for meanwhile. */
export async function keepMatched<T>(
  workspace: Workspace,
  definition: MatchDefinition,
  options: QueryOptions,
  make: (matched: Matched) => Promise<T>,
): Promise<T> {
  const kept = keptFor(workspace, inputsOf(workspace, definition), options);
  kept.making++;
  try {
    return await readMatched(workspace, definition, options, make);
  } finally {
    kept.making--;
  }
}

/** The computation that there is, or one in its place. */
function keptFor(workspace: Workspace, inputs: MatchInputs, options: QueryOptions): Kept {
  // A signal that was aborted before anybody listens is never heard: the work would go on for nobody.
  if (options.signal?.aborted) throw new AppError('cancelled', 'cancelled');
  const { output: _, facts: _facts, idColumn: _id, ...counts } = inputs.definition;
  const versions = inputs.lists.map(({ dataset }) => [dataset.id, dataset.version, dataset.fields]);
  const key = createHash('sha256')
    .update(JSON.stringify([counts, versions]))
    .digest('hex');
  const last = lastOf.get(workspace);
  if (last?.key === key && !last.stop.signal.aborted) return last;
  if (last?.making === 0) last.stop.abort();
  const stop = new AbortController();
  const before = last && dropWhenRead(workspace, last);
  const matched = Promise.resolve(before).then(() => compute(workspace, inputs, { ...options, signal: stop.signal }));
  const kept: Kept = { key, matched, stop, waiting: 0, reading: new Set(), making: 0 };
  lastOf.set(workspace, kept);
  // Errors are not kept.
  matched.catch(() => lastOf.get(workspace) === kept && lastOf.delete(workspace));
  return kept;
}

async function dropWhenRead(workspace: Workspace, { matched, reading }: Kept): Promise<void> {
  await Promise.allSettled([...reading]);
  await matched.then(
    ({ scratch }) => drop(workspace, scratch),
    () => undefined,
  );
}

async function wait(kept: Kept, { signal }: QueryOptions): Promise<Matched> {
  kept.waiting++;
  const leave = () => {
    kept.waiting--;
    if (kept.waiting === 0) kept.stop.abort();
  };
  signal?.addEventListener('abort', leave, { once: true });
  try {
    return await unlessAborted(kept.matched, signal);
  } finally {
    signal?.removeEventListener('abort', leave);
    if (!signal?.aborted) kept.waiting--;
  }
}

async function compute(workspace: Workspace, inputs: MatchInputs, options: QueryOptions): Promise<Matched> {
  const started = performance.now();
  const scratch = scratchOf(randomBytes(8).toString('hex'));
  const { lists, keys, sharedBy } = inputs.definition;
  const statements: Sql[] = [];
  const steps = keys.length + 2;
  try {
    return await workspace.warehouse.withSession(async (session) => {
      let done = 0;
      const step = async <T>(statement: Sql, work: () => Promise<T>): Promise<T> => {
        statements.push(statement);
        const result = await work();
        options.onProgress?.(++done / steps);
        return result;
      };
      const run = (statement: Sql) => step(statement, () => session.run(statement, options));
      await session.run(saltTable(workspace, inputs.definition, scratch));
      await run(keysTable(inputs, scratch));
      const space = await rowSpaceOf(session, lists.length, scratch);
      const members: KeyMembers[] = [];
      for (const [at, key] of keys.entries()) {
        const statement = membersSql(key, sharedBy, scratch);
        members.push(await step(statement, () => readMembers(session, statement, at, space)));
      }
      const decided = await readDecisions(session, inputs, space, scratch);
      const clusters = clustersOf(space, members, decided);
      await keepJoined(session, clusters, space, scratch);
      await session.run(foundTable(scratch));
      await session.append(appendedTo(scratch, 'found'), sharedPairs(members, clusters, space));
      await run(pairsTable(inputs.definition, scratch));
      const [pairs] = await session.rows(
        sql`SELECT count(*) FILTER (NOT decided) AS open, count(*) FILTER (decided) AS decided FROM ${scratch.pairs}`,
      );
      const doubtful = { open: Number(pairs?.open), decided: Number(pairs?.decided) };
      const summary = summaryOf(inputs.definition, space, clusters, doubtful);
      const tables = inputs.lists.map(({ dataset }) => versionOf(dataset));
      return { inputs, scratch, summary, provenance: provenanceOf(statements, [], tables, started) };
    }, options.signal);
  } catch (thrown) {
    await drop(workspace, scratch);
    throw thrown;
  }
}

function clustersOf(space: RowSpace, members: readonly KeyMembers[], decided: Decided): Clusters {
  for (const [row, bit] of space.silenced) space.bits[row] = (space.bits[row] ?? 0) & ~bit;
  const clusters = createClusters(space.bits);
  applyDecisions(clusters, decided);
  for (const [at, { groups }] of members.entries()) joinBy(clusters, groups, at, decided.apart);
  return clusters;
}

/** The rows that were joined, with their clients, as a table. The others are clients by themselves. */
async function keepJoined(session: Session, clusters: Clusters, space: RowSpace, scratch: Scratch): Promise<void> {
  await session.run(sql`CREATE TABLE ${scratch.joined} (rid BIGINT, c BIGINT, joined BIGINT)`);
  const columns: [number[], number[], number[]] = [[], [], []];
  for (let row = 0; row < space.size; row++) {
    const by = clusters.joined[row] ?? alone;
    if (by === alone) continue;
    columns[0].push(space.ridOf(row));
    columns[1].push(space.ridOf(clientOf(clusters, row)));
    columns[2].push(by);
  }
  await session.append(appendedTo(scratch, 'joined'), columns);
}

/** Tables of clients that are being numbered, or are. */
const numbered = new WeakMap<Scratch, Promise<void>>();

/** Gives every client its number, in the working table `clients`, once: to count clients none is needed. */
export async function numberClients(
  { warehouse }: Workspace,
  { inputs, scratch }: Matched,
  { signal }: QueryOptions,
): Promise<void> {
  const work = numbered.get(scratch) ?? warehouse.run(clientsTable(inputs, scratch));
  numbered.set(scratch, work);
  work.catch(() => numbered.delete(scratch));
  await unlessAborted(work, signal);
}

async function drop({ warehouse }: Workspace, scratch: Scratch): Promise<void> {
  for (const table of tablesOf(scratch)) await warehouse.run(sql`DROP TABLE IF EXISTS ${table}`);
}
