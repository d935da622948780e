import { AppError } from '#shared/errors/index.ts';
import type { ColumnOption, ReadOptions } from '#shared/intake/index.ts';
import { identifier, join, type Session, type Sql, sql } from '../warehouse/index.ts';
import { hasSecretName, isSecretColumn } from './sensitivity.ts';

/** What to do with a column that looks like a secret (C3) and of which nothing was said. */
export type UnsaidSecrets =
  /** Leave it out: nobody is there to be asked. */
  | 'skip'
  /** Load nothing until the analyst has confirmed that it is left out. */
  | 'refuse'
  /** Keep it: the table is only looked at or written back to the user's own disk. */
  | 'keep';

/** Thrown when the rows show a secret that the sample did not: the file is read again without it. */
export class SecretsFound extends Error {
  readonly columns: readonly string[];

  constructor(columns: readonly string[]) {
    super('columns with secrets');
    this.columns = columns;
  }
}

/** A column as a loader knows it before it writes a row down. */
export interface SeenColumn {
  readonly column: string;
  /** Some of its values. */
  values(): Iterable<string | null>;
}

/**
 * The options with every column that looks like a secret left out, unless the analyst said why it is none. Fails with
 * `secretsUnconfirmed` where it may not be decided here, and with `secretNeedsReason`, `noColumnsLeft`.
 */
export function settleSecrets(
  columns: readonly SeenColumn[],
  options: ReadOptions,
  unsaid: UnsaidSecrets,
  file: string,
): ReadOptions {
  if (unsaid === 'keep') return options;
  const said = new Map((options.columns ?? []).map((option) => [option.column, option]));
  const secrets = columns.filter(({ column, values }) => isSecretColumn(column, values)).map(({ column }) => column);
  for (const column of secrets) {
    const option = said.get(column);
    if (option?.skip === false && option.reason === undefined)
      throw new AppError('validation', 'secretNeedsReason', { column });
  }
  const unmentioned = secrets.filter((column) => said.get(column)?.skip === undefined);
  const settled = withoutColumns(options, unmentioned, unsaid, file);
  const skipped = new Set((settled.columns ?? []).filter(({ skip }) => skip).map(({ column }) => column));
  if (columns.length > 0 && columns.every(({ column }) => skipped.has(column)))
    throw new AppError('validation', 'noColumnsLeft', { file });
  return settled;
}

/** What `settleSecrets` asks of a source that DuckDB reads: a sample is taken only when it is needed. */
export async function seenBy(
  session: Session,
  described: readonly { name: string }[],
  from: Sql,
): Promise<readonly SeenColumn[]> {
  const suspicious = described.filter(({ name }) => hasSecretName(name)).map(({ name }) => name);
  const columns = suspicious.map((name) => sql`CAST(${identifier(name)} AS VARCHAR)`);
  const sample =
    columns.length === 0
      ? []
      : (await session.columns(sql`SELECT ${join(columns, ', ')} FROM ${from} LIMIT ${rowsLookedAt}`)).columns;
  return described.map(({ name }) => {
    const column = sample[suspicious.indexOf(name)];
    return { column: name, values: () => (column?.kind === 'text' ? column.values : []) };
  });
}

/** Rows by which a secret is told. */
const rowsLookedAt = 500;

/** The options with these columns left out as well. */
function withoutColumns(
  options: ReadOptions,
  columns: readonly string[],
  unsaid: UnsaidSecrets,
  file: string,
): ReadOptions {
  if (columns.length === 0) return options;
  if (unsaid === 'refuse')
    throw new AppError('validation', 'secretsUnconfirmed', { file, columns: columns.join('、') });
  const present = options.columns ?? [];
  const wanted = new Set(columns);
  const known = new Set(present.map(({ column }) => column));
  const changed = present.map(
    (option): ColumnOption => (wanted.has(option.column) ? { ...option, skip: true } : option),
  );
  const added = columns.filter((column) => !known.has(column)).map((column) => ({ column, skip: true }));
  return { ...options, columns: [...changed, ...added] };
}

/** Loads again without the columns in which only the rows showed a secret. */
export async function withoutSecrets<T>(
  options: ReadOptions,
  unsaid: UnsaidSecrets,
  file: string,
  load: (options: ReadOptions) => Promise<T>,
): Promise<T> {
  try {
    return await load(options);
  } catch (thrown) {
    if (!(thrown instanceof SecretsFound)) throw thrown;
    return load(withoutColumns(options, thrown.columns, unsaid, file));
  }
}

/** Lines handed to DuckDB at a time. */
const batch = 500;

/** Takes what was left out of the dataset out of its quarantined lines as well, before they are committed. */
export async function hideSkipped(session: Session, quarantine: Sql, hide: (line: string) => string): Promise<void> {
  const rows = await session.rows(sql`SELECT DISTINCT text FROM ${quarantine}`);
  const lines = rows.map(({ text }) => String(text));
  for (let from = 0; from < lines.length; from += batch) {
    const pairs = lines.slice(from, from + batch).map((line) => sql`(${line}, ${hide(line)})`);
    await session.run(sql`UPDATE ${quarantine} SET text = hidden.shown
      FROM (VALUES ${join(pairs, ', ')}) hidden(line, shown) WHERE ${quarantine}.text = hidden.line`);
  }
}
