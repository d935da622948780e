import type { Provenance, TableVersion } from '#shared/contract/index.ts';
import type { Dataset } from '#shared/intake/index.ts';
import { type ComparedConstant, maskParameters } from '#shared/privacy/parameters.ts';
import type { Sql } from '../warehouse/index.ts';

export function versionOf(dataset: Dataset): TableVersion {
  return { table: dataset.name, version: dataset.version, rows: dataset.rows };
}

/**
 * What it takes to reproduce a figure: the statements with placeholders and, in their order, the values masked by the
 * class of the field that each was `compared` with.
 */
export function provenanceOf(
  statements: readonly Sql[],
  compared: readonly ComparedConstant[],
  tables: readonly TableVersion[],
  started: number,
): Provenance {
  return {
    sql: statements.map((statement) => statement.text).join(';\n'),
    parameters: maskParameters(
      statements.flatMap((statement) => statement.values),
      compared,
    ),
    tables: [...new Map(tables.map((table) => [table.table, table])).values()],
    milliseconds: Math.round((performance.now() - started) * 10) / 10,
  };
}
