import { randomUUID } from 'node:crypto';
import type { Database } from 'better-sqlite3';
import type { JobStore } from './types.ts';

export function jobStore(database: Database): JobStore {
  // What was running when the engine died did not finish: its transaction was rolled back with it.
  database.prepare("UPDATE job SET outcome = 'interrupted' WHERE outcome IS NULL").run();
  const insert = database.prepare('INSERT INTO job (id, kind, subject, started_at) VALUES (?, ?, ?, ?)');
  const update = database.prepare('UPDATE job SET finished_at = ?, outcome = ?, detail = ? WHERE id = ?');
  return {
    start(kind, subject) {
      const id = randomUUID();
      insert.run(id, kind, subject, new Date().toISOString());
      return id;
    },
    finish(id, outcome, detail) {
      update.run(new Date().toISOString(), outcome, detail ?? null, id);
    },
  };
}
