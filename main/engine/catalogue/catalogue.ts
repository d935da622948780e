import Sqlite from 'better-sqlite3';
import { AppError } from '#shared/errors/index.ts';
import { auditLog } from './audit.ts';
import { sqliteBinding } from './binding.ts';
import { datasetStore } from './datasets.ts';
import { definitionStore } from './definitions.ts';
import { historyOf } from './history.ts';
import { jobStore } from './jobs.ts';
import { migrate } from './migrate.ts';
import { settingStore } from './settings.ts';
import { stepStore } from './steps.ts';
import type { Catalogue } from './types.ts';
import { versionRows } from './versions.ts';

/**
 * Opens (or makes) the catalogue of a workspace and brings it to the newest format. It stays locked to this process.
 * Fails with `workspaceLocked`, `workspaceNewer` or `workspaceCorrupt`, `name` being the workspace in the sentence.
 */
export function openCatalogue(path: string, name: string): Catalogue {
  const database = connect(path, name);
  try {
    lock(database);
    migrate(database, name);
    const audit = auditLog(database);
    const versions = versionRows(database, audit);
    const steps = stepStore(database);
    return {
      audit,
      together: (work) => database.transaction(work)(),
      definitions: definitionStore(database, versions, steps),
      history: historyOf(database, versions, steps),
      datasets: datasetStore(database),
      settings: settingStore(database),
      jobs: jobStore(database),
      close: () => database.close(),
    };
  } catch (thrown) {
    database.close();
    throw fromSqlite(thrown, name);
  }
}

function connect(path: string, name: string): Sqlite.Database {
  try {
    return new Sqlite(path, { timeout: 0, ...sqliteBinding() });
  } catch (thrown) {
    throw fromSqlite(thrown, name);
  }
}

function lock(database: Sqlite.Database): void {
  database.pragma('locking_mode = EXCLUSIVE');
  database.pragma('journal_mode = WAL');
  database.pragma('synchronous = FULL');
  database.pragma('foreign_keys = ON');
  // Exclusive mode takes the lock with the first write, so one is made now.
  database
    .transaction(() => database.pragma(`user_version = ${Number(database.pragma('user_version', { simple: true }))}`))
    .exclusive();
}

function fromSqlite(thrown: unknown, name: string): unknown {
  if (!(thrown instanceof Sqlite.SqliteError)) return thrown;
  const detail = thrown.message;
  if (/^SQLITE_(BUSY|LOCKED)/.test(thrown.code))
    return new AppError('fileLocked', 'workspaceLocked', { name }, { detail });
  if (/^SQLITE_(CORRUPT|NOTADB)/.test(thrown.code))
    return new AppError('corrupt', 'workspaceCorrupt', { name }, { detail });
  if (thrown.code === 'SQLITE_FULL') return new AppError('diskFull', 'diskFullNow', {}, { detail });
  return thrown;
}
