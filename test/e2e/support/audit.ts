import { join } from 'node:path';
import Sqlite from 'better-sqlite3';

/** What the audit log of a workspace holds of one action, oldest first. The app must be closed: it keeps the log locked. */
export function auditOf(workspace: string, action: string): unknown[] {
  const catalogue = new Sqlite(join(workspace, 'catalogue.sqlite'), { readonly: true });
  try {
    return catalogue.prepare('SELECT subject, facts FROM audit WHERE action = ? ORDER BY sequence').all(action);
  } finally {
    catalogue.close();
  }
}
