import { cpSync, existsSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import Sqlite from 'better-sqlite3';
import { z } from 'zod';
import type { Workspace } from '#engine/workspace/index.ts';

const rowsSchema = z.array(z.object({ subject: z.string(), facts: z.string() }));

/** What the audit log of an open workspace holds of one action, oldest first: read in a copy, because it is locked. */
export function auditIn(workspace: Workspace, action: string): { subject: string; facts: unknown }[] {
  const folder = mkdtempSync(join(tmpdir(), 'clientscope-audit-'));
  try {
    for (const file of ['catalogue.sqlite', 'catalogue.sqlite-wal']) {
      const from = join(workspace.path, file);
      if (existsSync(from)) cpSync(from, join(folder, file));
    }
    const copy = new Sqlite(join(folder, 'catalogue.sqlite'));
    try {
      const rows = copy.prepare('SELECT subject, facts FROM audit WHERE action = ? ORDER BY sequence').all(action);
      return rowsSchema.parse(rows).map(({ subject, facts }) => ({ subject, facts: JSON.parse(facts) }));
    } finally {
      copy.close();
    }
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}
