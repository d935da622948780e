import type { Provenance } from '#shared/contract/index.ts';
import type { Dataset, Field } from '#shared/intake/index.ts';
import type { ComparedConstant } from '#shared/privacy/parameters.ts';
import { isIdentity } from '#shared/privacy/sensitivity.ts';
import { psi } from '#shared/statistics/index.ts';
import { differencesBetween, type FieldMove, type VersionComparison } from '#shared/versions/index.ts';
import { fieldOf, provenanceOf, tableOf, versionOf } from '../datasets/index.ts';
import { identifier, join, type QueryOptions, type Row, raw, type Sql, sql } from '../warehouse/index.ts';
import type { Workspace } from '../workspace/index.ts';
import { binsSql, cutsOf, cutsSql, scaleSql, thoseSql, topSql } from './bins.ts';
import { keysSql } from './keys.ts';
import { versionOfDataset } from './restore.ts';

interface Wanted {
  readonly dataset: string;
  readonly reference: number;
  readonly current: number;
  readonly key: string | null;
}

/** A field that both versions have. */
interface Common {
  readonly before: Field;
  readonly after: Field;
}

/** What moved between two versions of a dataset; see `versions.compare` of the contract. */
export async function compareVersions(
  workspace: Workspace,
  wanted: Wanted,
  options: QueryOptions = {},
): Promise<{ result: VersionComparison; provenance: Provenance }> {
  const started = performance.now();
  const reference = versionOfDataset(workspace, wanted.dataset, wanted.reference);
  const current = versionOfDataset(workspace, wanted.dataset, wanted.current);
  const statements: Sql[] = [];
  const compared: ComparedConstant[] = [];
  const ask = async (statement: Sql): Promise<Row[]> => {
    statements.push(statement);
    return workspace.warehouse.rows(statement, { signal: options.signal });
  };
  const common = commonOf(reference, current);
  const [old, now] = [
    await lightly(
      ask,
      reference,
      common.map(({ before }) => before),
    ),
    await lightly(
      ask,
      current,
      common.map(({ after }) => after),
    ),
  ];
  const scaled = common.filter(({ before, after }) => scaleSql(before, sql`x`) && scaleSql(after, sql`x`));
  const [cuts] =
    scaled.length === 0
      ? []
      : await ask(
          cutsSql(
            reference,
            scaled.map(({ before }) => before),
          ),
        );
  const fields: FieldMove[] = [];
  for (const [i, each] of common.entries()) {
    options.onProgress?.(i / common.length);
    const { before, after } = each;
    const at = scaled.indexOf(each);
    const hidden = isIdentity(before.sensitivity) || isIdentity(after.sensitivity);
    const counts = hidden
      ? null
      : at >= 0
        ? await scaledCounts(ask, reference, current, each, cutsOf(cuts?.[`c${at}`]))
        : await valueCounts(ask, reference, current, each, compared);
    const moved = (name: string, divide: boolean) => ({
      reference: figure(old[`${name}${i}`], divide ? reference.rows : null),
      current: figure(now[`${name}${i}`], divide ? current.rows : null),
    });
    fields.push({
      ...{ field: after.name, type: after.type, filled: moved('f', true) },
      mean: isNumber(before) && isNumber(after) && !hidden ? moved('m', false) : null,
      distinct: { reference: before.approximateDistinct, current: after.approximateDistinct },
      psi: counts && psi(counts.reference, counts.current),
    });
  }
  const { added, gone } = differencesBetween(reference.fields, current.fields);
  const result: VersionComparison = {
    rows: { reference: reference.rows, current: current.rows },
    ...{ added: added.map(({ name }) => name), gone: gone.map(({ name }) => name) },
    keys: wanted.key === null ? null : await keysOf(ask, reference, current, wanted.key, common),
    fields,
  };
  return {
    result,
    provenance: provenanceOf(statements, compared, [versionOf(reference), versionOf(current)], started),
  };
}

type Ask = (statement: Sql) => Promise<Row[]>;

function commonOf(reference: Dataset, current: Dataset): Common[] {
  const now = new Map(current.fields.map((field) => [field.name.toLowerCase(), field]));
  return reference.fields.flatMap((before) => {
    const after = now.get(before.name.toLowerCase());
    return after ? [{ before, after }] : [];
  });
}

const isNumber = ({ type }: Field) => type === 'integer' || type === 'number' || type === 'decimal';

function figure(value: unknown, of: number | null): number | null {
  if (value === null || value === undefined || of === 0) return null;
  return Number(value) / (of ?? 1);
}

/** Filled values and means, in one reading. */
async function lightly(ask: Ask, dataset: Dataset, fields: readonly Field[]): Promise<Row> {
  const columns = fields.flatMap((field, i) => {
    const value = identifier('t', field.name);
    const filled =
      field.type === 'text'
        ? sql`count(*) FILTER (WHERE regexp_matches(${value}, '[^\\s\\x{3000}\\x{a0}]'))`
        : sql`count(${value})`;
    const mean = isNumber(field)
      ? [sql`avg(CAST(${value} AS DOUBLE)) FILTER (WHERE isfinite(CAST(${value} AS DOUBLE))) AS ${raw(`m${i}`)}`]
      : [];
    return [sql`${filled} AS ${raw(`f${i}`)}`, ...mean];
  });
  const [row] = columns.length === 0 ? [] : await ask(sql`SELECT ${join(columns, ', ')} FROM ${tableOf(dataset)} t`);
  return row ?? {};
}

interface Counts {
  readonly reference: number[];
  readonly current: number[];
}

async function scaledCounts(
  ask: Ask,
  reference: Dataset,
  current: Dataset,
  { before, after }: Common,
  cuts: readonly number[],
): Promise<Counts> {
  const read = async (dataset: Dataset, field: Field) => {
    const [row] = await ask(binsSql(dataset, field, cuts));
    return Array.from({ length: cuts.length + 2 }, (_, i) => Number(row?.[`b${i}`] ?? 0));
  };
  return { reference: await read(reference, before), current: await read(current, after) };
}

/** Each of the reference's most frequent values, then no value, then all others. */
async function valueCounts(
  ask: Ask,
  reference: Dataset,
  current: Dataset,
  { before, after }: Common,
  compared: ComparedConstant[],
): Promise<Counts> {
  const values = (await ask(topSql(reference, before))).map(({ v }) => String(v));
  compared.push(...values.map((value) => ({ value, sensitivity: before.sensitivity })));
  const read = async (dataset: Dataset, field: Field) => {
    const found = new Map((await ask(thoseSql(dataset, field, values))).map(({ v, n }) => [v, Number(n)]));
    const counts = [...values, null].map((value) => found.get(value) ?? 0);
    return [...counts, dataset.rows - counts.reduce((sum, count) => sum + count, 0)];
  };
  return { reference: await read(reference, before), current: await read(current, after) };
}

async function keysOf(
  ask: Ask,
  reference: Dataset,
  current: Dataset,
  name: string,
  common: readonly Common[],
): Promise<VersionComparison['keys']> {
  const key = common.find(({ after }) => after.name === name);
  if (!key) {
    fieldOf(current, name);
    fieldOf(reference, name);
    return null;
  }
  const others = common.filter((each) => each !== key);
  const [row] = await ask(keysSql(reference, current, key, others));
  const count = (column: string) => Number(row?.[column] ?? 0);
  return {
    field: name,
    ...{ added: count('added'), removed: count('removed'), changed: count('changed'), same: count('same') },
    without: { reference: count('blank_before'), current: count('blank_after') },
  };
}
