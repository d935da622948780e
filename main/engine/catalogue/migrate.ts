import type { Database } from 'better-sqlite3';
import { AppError } from '#shared/errors/index.ts';
import { migrations } from './migrations/index.ts';

/**
 * Brings a catalogue to the newest format (or to `target`, for tests), each migration in a transaction of its own.
 * A catalogue of a newer program is left alone: `workspaceNewer`.
 */
export function migrate(database: Database, name: string, target = migrations.length): void {
  const found = Number(database.pragma('user_version', { simple: true }));
  if (found > migrations.length) {
    throw new AppError('conflict', 'workspaceNewer', { name, found, known: migrations.length });
  }
  migrations.slice(found, target).forEach((migration, i) => {
    database.transaction(() => {
      database.exec(migration);
      database.pragma(`user_version = ${found + i + 1}`);
    })();
  });
}
