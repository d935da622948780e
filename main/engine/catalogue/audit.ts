import { createHash } from 'node:crypto';
import type { Database } from 'better-sqlite3';
import { z } from 'zod';
import type { AuditLog } from './types.ts';

const entrySchema = z.object({
  sequence: z.number(),
  at: z.string(),
  action: z.string(),
  subject: z.string(),
  facts: z.string(),
  hash: z.string(),
});
type Entry = z.infer<typeof entrySchema>;

const genesis = '0'.repeat(64);

/** Appends entries, each with a hash over the one before, so that a change or a gap shows. */
export function auditLog(database: Database): AuditLog {
  const last = database.prepare('SELECT * FROM audit ORDER BY sequence DESC LIMIT 1');
  const all = database.prepare('SELECT * FROM audit ORDER BY sequence');
  const insert = database.prepare(
    'INSERT INTO audit (sequence, at, action, subject, facts, hash) VALUES (@sequence, @at, @action, @subject, @facts, @hash)',
  );
  return {
    append(action, subject, facts) {
      const before = entrySchema.optional().parse(last.get());
      const entry = {
        sequence: (before?.sequence ?? 0) + 1,
        at: new Date().toISOString(),
        action,
        subject,
        facts: JSON.stringify(facts),
      };
      insert.run({ ...entry, hash: hashOf(entry, before?.hash ?? genesis) });
    },
    verify() {
      let before = { sequence: 0, hash: genesis };
      for (const row of all.iterate()) {
        const entry = entrySchema.parse(row);
        if (entry.sequence !== before.sequence + 1 || entry.hash !== hashOf(entry, before.hash)) return entry.sequence;
        before = entry;
      }
      return null;
    },
  };
}

function hashOf(entry: Omit<Entry, 'hash'>, before: string): string {
  const text = JSON.stringify([before, entry.sequence, entry.at, entry.action, entry.subject, entry.facts]);
  return createHash('sha256').update(text).digest('hex');
}
