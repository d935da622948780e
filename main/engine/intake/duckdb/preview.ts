import type { ReadOptions } from '#shared/intake/index.ts';
import { sql, type Warehouse } from '../../warehouse/index.ts';
import type { IntakeContext } from '../context.ts';
import { chooseTable } from '../database/choose.ts';
import { withCopy } from '../database/copy.ts';
import { fieldTypeOf } from '../fields.ts';
import { previewRows } from '../limits.ts';
import type { PreviewParts } from '../preview.ts';
import { suggestSensitivity } from '../sensitivity.ts';
import type { Source } from '../source/source.ts';
import { tableSample } from '../tableSample.ts';
import { withDuckDb } from './database.ts';

/** How a table of a DuckDB file would be read. */
export function previewDuckDb(
  warehouse: Warehouse,
  source: Source,
  options: ReadOptions,
  context: IntakeContext,
): Promise<PreviewParts> {
  return withCopy(warehouse, source, 'duckdb', context, (copy) =>
    withDuckDb(warehouse, copy, source.file, async (database) => {
      const table = await chooseTable(database, options.sheet, source.file);
      const select = await database.select(table);
      const described = await database.session.describe(select);
      const sample = await tableSample(database.session, sql`(${select} LIMIT ${previewRows})`);
      return {
        sheet: table,
        sheets: [...database.tables],
        columns: described.map(({ name, type }, i) => {
          const values = sample.map((row) => row[i] ?? null);
          return {
            column: name,
            type: fieldTypeOf(type),
            sensitivity: suggestSensitivity(name, fieldTypeOf(type), values),
          };
        }),
        sample,
        noRows: sample.length === 0,
        typesFixed: true,
      };
    }),
  );
}
