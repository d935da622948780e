import { literal, type Sql, sql } from './sql.ts';

/** Before the pool is opened: nothing may be loaded from outside, and only two folders may be reached. */
export function beforePool(folders: { files: string; spill: string }): Sql[] {
  return [
    sql`SET autoinstall_known_extensions = false`,
    sql`SET autoload_known_extensions = false`,
    sql`SET allow_community_extensions = false`,
    sql`SET temp_directory = ${literal(folders.spill)}`,
    sql`SET allowed_directories = [${literal(`${folders.files}/`)}, ${literal(`${folders.spill}/`)}]`,
    // Row orders of grid views and the like: shared by all connections, gone with the process.
    sql`ATTACH ':memory:' AS scratch`,
  ];
}

/** On every connection of the pool, because the lock forbids it later. */
export function onConnection(): Sql[] {
  return [sql`SET enable_progress_bar = true`, sql`SET enable_progress_bar_print = false`];
}

/** Last. Without the time zone the laptop's own would shift dates. */
export function afterPool(): Sql[] {
  return [
    sql`SET GLOBAL TimeZone = 'UTC'`,
    sql`SET enable_external_access = false`,
    sql`SET lock_configuration = true`,
  ];
}
