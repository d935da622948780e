import { rm } from 'node:fs/promises';
import { literal, sql } from '../../warehouse/index.ts';
import { chooseTable } from '../database/choose.ts';
import { removeLogs, withLogs } from '../database/copy.ts';
import type { LoadedParts, Loading } from '../loading.ts';
import { loadParquet } from '../parquet/load.ts';
import { stagedPath } from '../source/stage.ts';
import { withDuckDb } from './database.ts';

/** Loads a table of a DuckDB file by way of a Parquet file: the two databases never meet. */
export async function loadDuckDb(loading: Loading): Promise<LoadedParts> {
  const { warehouse, source, path, file, options, context } = loading;
  const parquet = await stagedPath(warehouse, '.parquet');
  try {
    await withLogs(source, path, 'duckdb', context);
    context.progress?.({ stage: 'reading', share: null });
    const sheet = await withDuckDb(warehouse, path, file, async (database) => {
      const table = await chooseTable(database, options.sheet, file);
      const select = await database.select(table);
      await database.run(sql`COPY (${select}) TO ${literal(parquet)} (FORMAT parquet)`, {
        signal: context.signal,
        onProgress: (share) => context.progress?.({ stage: 'reading', share }),
      });
      return table;
    });
    const parts = await loadParquet({ ...loading, path: parquet });
    return { ...parts, options: { sheet, ...parts.options } };
  } finally {
    await removeLogs(path);
    await rm(parquet, { force: true });
  }
}
