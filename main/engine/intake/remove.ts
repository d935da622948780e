import { readdir, rm } from 'node:fs/promises';
import { join } from 'node:path';
import {
  quarantineTableName,
  quarantineTableOf,
  repairTableName,
  repairTableOf,
  tableName,
  tableOf,
} from '../datasets/index.ts';
import { identifier, sql } from '../warehouse/index.ts';
import type { Workspace } from '../workspace/index.ts';

/** Deletes a dataset: its entry first, so that a crash in between leaves only tables, which the next sweep takes. */
export async function removeDataset(workspace: Workspace, id: string): Promise<void> {
  const { catalogue, warehouse } = workspace;
  const dataset = catalogue.datasets.byId(id);
  const versions = [dataset, ...catalogue.datasets.earlier(id)];
  catalogue.datasets.remove(id);
  catalogue.audit.append('removeDataset', dataset.name, { rows: dataset.rows });
  await warehouse.transaction(async (session) => {
    for (const version of versions)
      for (const table of [tableOf(version), quarantineTableOf(version), repairTableOf(version)])
        await session.run(sql`DROP TABLE IF EXISTS ${table}`);
  });
  workspace.emit({ type: 'dataChanged', table: dataset.name, version: dataset.version });
}

/**
 * Clears what a killed import left: tables that no dataset owns and staged files. To be run when a workspace was opened,
 * before anything is loaded.
 */
export async function sweep(workspace: Workspace): Promise<void> {
  const { catalogue, warehouse } = workspace;
  const owned = new Set(
    [...catalogue.datasets.list(), ...catalogue.datasets.allEarlier()].flatMap((one) => [
      tableName(one),
      quarantineTableName(one),
      repairTableName(one),
    ]),
  );
  const tables = await warehouse.rows(
    sql`SELECT table_name FROM duckdb_tables() WHERE database_name = current_database() AND schema_name = 'main' AND NOT temporary`,
  );
  for (const { table_name: name } of tables) {
    if (typeof name !== 'string' || !/^[dqr]_[0-9a-f]+_\d+$/.test(name) || owned.has(name)) continue;
    await warehouse.run(sql`DROP TABLE IF EXISTS ${identifier(name)}`);
  }
  for (const file of await readdir(warehouse.files))
    await rm(join(warehouse.files, file), { recursive: true, force: true });
}
