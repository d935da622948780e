import { randomUUID } from 'node:crypto';
import type { Database } from 'better-sqlite3';
import { z } from 'zod';
import { type Definition, definitionSchema } from '#shared/contract/index.ts';
import { AppError } from '#shared/errors/index.ts';
import type { AuditLog, DefinitionStore } from './types.ts';

const rowSchema = z.object({
  id: z.string(),
  kind: z.string(),
  name: z.string(),
  version: z.number(),
  savedAt: z.string(),
  body: z.string(),
});

const newest = `
SELECT d.id, d.kind, v.name, v.version, v.saved_at AS savedAt, v.body
FROM definition d JOIN definition_version v ON v.definition_id = d.id
WHERE d.removed_at IS NULL AND v.version = (SELECT max(version) FROM definition_version WHERE definition_id = d.id)`;

export function definitionStore(database: Database, audit: AuditLog): DefinitionStore {
  const all = database.prepare(`${newest} ORDER BY d.rowid`);
  const one = database.prepare(`${newest} AND d.id = ?`);
  const named = database.prepare('SELECT id FROM definition WHERE kind = ? AND name = ? AND removed_at IS NULL');
  const insert = database.prepare('INSERT INTO definition (id, kind, name) VALUES (?, ?, ?)');
  const rename = database.prepare('UPDATE definition SET name = ? WHERE id = ?');
  const remove = database.prepare('UPDATE definition SET removed_at = ? WHERE id = ?');
  const insertVersion = database.prepare(
    'INSERT INTO definition_version (definition_id, version, name, body, saved_at) VALUES (?, ?, ?, ?, ?)',
  );

  function byId(id: string): Definition {
    const row = one.get(id);
    if (row === undefined) throw new AppError('notFound', 'definitionGone');
    return toDefinition(row);
  }

  function refuseTwin(kind: string, name: string, own?: string): void {
    const twin = z.object({ id: z.string() }).optional().parse(named.get(kind, name));
    if (twin && twin.id !== own) throw new AppError('conflict', 'definitionExists', { kind, name });
  }

  function addVersion(id: string, version: number, name: string, body: unknown): void {
    insertVersion.run(id, version, name, JSON.stringify(body), new Date().toISOString());
    audit.append('definition', name, { id, version });
  }

  return {
    list: (kind) =>
      all
        .all()
        .map(toDefinition)
        .filter((definition) => kind === undefined || definition.kind === kind),
    byId,
    get(kind, name) {
      const row = z.object({ id: z.string() }).optional().parse(named.get(kind, name));
      if (!row) throw new AppError('notFound', 'definitionMissing', { kind, name });
      return ofKind(kind, byId(row.id));
    },
    create: (kind, name, body) =>
      database.transaction(() => {
        refuseTwin(kind, name);
        const id = randomUUID();
        insert.run(id, kind, name);
        addVersion(id, 1, name, body);
        return ofKind(kind, byId(id));
      })(),
    save: (kind, id, baseVersion, name, body) =>
      database.transaction(() => {
        const current = byId(id);
        if (current.version !== baseVersion) throw new AppError('conflict', 'definitionConflict', { name });
        refuseTwin(kind, name, id);
        rename.run(name, id);
        addVersion(id, baseVersion + 1, name, body);
        return ofKind(kind, byId(id));
      })(),
    remove: (id) =>
      database.transaction(() => {
        const gone = byId(id);
        remove.run(new Date().toISOString(), id);
        audit.append('definition', gone.name, { id, removed: 1 });
      })(),
  };
}

function toDefinition(raw: unknown): Definition {
  const { body, ...row } = rowSchema.parse(raw);
  return definitionSchema.parse({ ...row, body: JSON.parse(body) });
}

function ofKind<K extends Definition['kind']>(kind: K, definition: Definition): Extract<Definition, { kind: K }> {
  const matches = (candidate: Definition): candidate is Extract<Definition, { kind: K }> => candidate.kind === kind;
  if (!matches(definition)) throw new AppError('notFound', 'definitionMissing', { kind, name: definition.name });
  return definition;
}
