import { AppError } from '#shared/errors/index.ts';
import { literal, type Sql, sql } from '../../warehouse/index.ts';
import { accounted } from '../accounting.ts';
import { createQuarantine } from '../delimited/quarantine.ts';
import type { LoadedParts, Loading } from '../loading.ts';
import { seenBy } from '../secrets.ts';
import { selectColumns } from '../selectColumns.ts';
import { truncated } from '../source/errors.ts';

/** Loads a Parquet file with the types it brings. It has no bad rows: it is whole or it is broken. */
export async function loadParquet(loading: Loading): Promise<LoadedParts> {
  const { warehouse, path, file, target, context } = loading;
  return warehouse.transaction(async (session) => {
    const from = readParquet(path);
    const described = await parquetErrors(file, () => session.describe(sql`SELECT * FROM ${from}`));
    const options = loading.settle(await parquetErrors(file, () => seenBy(session, described, from)));
    const select = selectColumns(described, from, options, file);
    await parquetErrors(file, () =>
      session.run(sql`CREATE TABLE ${target.rows} AS ${select}`, {
        signal: context.signal,
        onProgress: (share) => context.progress?.({ stage: 'loading', share }),
      }),
    );
    await session.run(createQuarantine(target.quarantine));
    const [answer] = await session.rows(sql`SELECT count(*) AS loaded FROM ${target.rows}`);
    const rows = Number(answer?.loaded ?? 0);
    if (rows === 0 && !context.allowEmpty) throw new AppError('validation', 'fileNoRows', { file });
    const settings = options.columns ? { columns: options.columns } : {};
    return { rows, quarantined: 0, options: settings, accounting: accounted(rows, 0) };
  }, context.signal);
}

export function readParquet(path: string): Sql {
  return sql`read_parquet(${literal(path)})`;
}

/** Whatever DuckDB has against the bytes of a Parquet file, a person needs to know one thing: it is damaged. */
export async function parquetErrors<T>(file: string, read: () => Promise<T>): Promise<T> {
  try {
    return await read();
  } catch (thrown) {
    if (thrown instanceof AppError && ['cancelled', 'diskFull', 'outOfMemory'].includes(thrown.code)) throw thrown;
    throw truncated(file, 'Parquet', thrown instanceof AppError ? (thrown.detail ?? thrown.message) : String(thrown));
  }
}
