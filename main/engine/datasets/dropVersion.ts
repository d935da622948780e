import type { Dataset } from '#shared/intake/index.ts';
import { sql } from '../warehouse/index.ts';
import type { Workspace } from '../workspace/index.ts';
import { quarantineTableOf, repairTableOf, tableOf } from './tables.ts';

/** What the tables of one version of a dataset are named by. */
export type TableId = Pick<Dataset, 'id' | 'version'>;

/** Drops all tables of a version, those that there are. */
export async function dropVersion({ warehouse }: Workspace, version: TableId): Promise<void> {
  for (const table of [tableOf(version), quarantineTableOf(version), repairTableOf(version)])
    await warehouse.run(sql`DROP TABLE IF EXISTS ${table}`);
}
