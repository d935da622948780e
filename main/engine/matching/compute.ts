import { createHash, randomBytes } from 'node:crypto';
import type { Provenance } from '#shared/contract/index.ts';
import { AppError } from '#shared/errors/index.ts';
import type { MatchDefinition, MatchSummary } from '#shared/matching/index.ts';
import { provenanceOf, versionOf } from '../datasets/index.ts';
import { type QueryOptions, type Row, type Session, type Sql, sql, unlessAborted } from '../warehouse/index.ts';
import type { Workspace } from '../workspace/index.ts';
import { clientsTable, summarySql } from './clients.ts';
import { joinBy } from './cluster.ts';
import { applyDecisions } from './decisions.ts';
import { pairsTable } from './doubtful.ts';
import { inputsOf, type MatchInputs } from './inputs.ts';
import { keysTable, stateTable } from './keys.ts';
import { saltTable } from './salt.ts';
import { type Scratch, scratchOf, tablesOf } from './scratch.ts';

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
  const { keys, decisions } = inputs.definition;
  const statements: Sql[] = [];
  const steps = keys.length + 5;
  try {
    return await workspace.warehouse.withSession(async (session) => {
      let done = 0;
      const run = async (statement: Sql) => {
        statements.push(statement);
        await session.run(statement, options);
        options.onProgress?.(++done / steps);
      };
      await session.run(saltTable(workspace, inputs.definition, scratch));
      await run(keysTable(inputs, scratch));
      await run(stateTable(inputs, scratch));
      await applyDecisions(session, decisions, scratch);
      for (let at = 0; at < keys.length; at++) {
        await joinBy(session, at, scratch);
        options.onProgress?.(++done / steps);
      }
      await run(clientsTable(scratch));
      await run(pairsTable(inputs.definition, scratch));
      const summary = await summaryOf(session, inputs, scratch);
      const tables = inputs.lists.map(({ dataset }) => versionOf(dataset));
      return { inputs, scratch, summary, provenance: provenanceOf(statements, [], tables, started) };
    }, options.signal);
  } catch (thrown) {
    await drop(workspace, scratch);
    throw thrown;
  }
}

async function summaryOf(session: Session, { definition }: MatchInputs, scratch: Scratch): Promise<MatchSummary> {
  const { lists, keys } = definition;
  const [row = {}] = await session.rows(summarySql(lists.length, keys.length, scratch));
  const of = (name: keyof Row) => Number(row[name] ?? 0);
  return {
    lists: lists.map(({ table }, i) => ({ table, rows: of(`rows${i}`), joined: of(`joined${i}`) })),
    clients: of('clients'),
    acrossLists: of('across'),
    joinedBy: keys.map((key, i) => ({ key, rows: of(`key${i}`) })),
    joinedByHand: of('byhand'),
    doubtful: { open: of('open'), decided: of('decided') },
  };
}

async function drop({ warehouse }: Workspace, scratch: Scratch): Promise<void> {
  for (const table of tablesOf(scratch)) await warehouse.run(sql`DROP TABLE IF EXISTS ${table}`);
}
