import type { Dataset } from '#shared/intake/index.ts';
import {
  quarantineTableName,
  quarantineTableOf,
  repairTableOf,
  type TableId,
  tableName,
  tableOf,
} from '../datasets/index.ts';
import { identifier, sql } from '../warehouse/index.ts';
import type { Workspace } from '../workspace/index.ts';

/** Gives loaded tables the name of a version that no dataset has yet. */
export function takeTables({ warehouse }: Workspace, from: TableId, to: TableId): Promise<void> {
  return warehouse.transaction(async (session) => {
    await session.run(sql`ALTER TABLE ${tableOf(from)} RENAME TO ${identifier(tableName(to))}`);
    await session.run(sql`ALTER TABLE ${quarantineTableOf(from)} RENAME TO ${identifier(quarantineTableName(to))}`);
  });
}

/** Copies the tables of an earlier version: moved, a kill in between would lose them. */
export function copyTables(
  { warehouse }: Workspace,
  from: Dataset,
  to: TableId,
  context: { signal?: AbortSignal | undefined; onProgress?: (share: number) => void },
): Promise<void> {
  return warehouse.transaction(async (session) => {
    await session.run(sql`CREATE TABLE ${tableOf(to)} AS SELECT * FROM ${tableOf(from)} ORDER BY rowid`, context);
    await session.run(
      sql`CREATE TABLE ${quarantineTableOf(to)} AS SELECT * FROM ${quarantineTableOf(from)} ORDER BY rowid`,
    );
    if (from.repaired)
      await session.run(sql`CREATE TABLE ${repairTableOf(to)} AS SELECT * FROM ${repairTableOf(from)}`);
  }, context.signal);
}
