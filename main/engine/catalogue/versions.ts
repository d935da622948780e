import { randomUUID } from 'node:crypto';
import type { Database } from 'better-sqlite3';
import { z } from 'zod';
import {
  type Definition,
  type DefinitionKind,
  definitionKindSchema,
  definitionSchema,
} from '#shared/contract/index.ts';
import { AppError } from '#shared/errors/index.ts';
import type { AuditLog } from './types.ts';

const rowSchema = z.object({
  id: z.string(),
  kind: z.string(),
  name: z.string(),
  version: z.number(),
  savedAt: z.string(),
  body: z.string(),
});
const idSchema = z.object({ id: z.string() });
const labelSchema = z.object({ kind: definitionKindSchema, name: z.string() });

const newest = `
SELECT d.id, d.kind, v.name, v.version, v.saved_at AS savedAt, v.body
FROM definition d JOIN definition_version v ON v.definition_id = d.id
WHERE d.removed_at IS NULL AND v.version = (SELECT max(version) FROM definition_version WHERE definition_id = d.id)`;

/** The rows of definitions and their versions: what definitions and their history are both written with. */
export interface Versions {
  /** Those that are there, in the order in which they were made. */
  all(): Definition[];
  /** Throws `definitionGone`. */
  byId(id: string): Definition;
  isThere(id: string): boolean;
  /** The id of the one of this name that is there. */
  named(kind: DefinitionKind, name: string): string | undefined;
  /** Kind and newest name, also of one that is gone. */
  label(id: string): { kind: DefinitionKind; name: string };
  /** What one version said; versions are never changed. */
  bodyOf(id: string, version: number): unknown;
  insert(kind: DefinitionKind, name: string, body: unknown): Definition;
  /** Appends the next version. Throws `definitionExists` when another one has this name. */
  append(current: Definition, name: string, body: unknown): Definition;
  remove(definition: Definition): void;
  /** Takes a removal back. Throws `definitionExists` when the name was taken meanwhile. */
  restore(id: string): Definition;
}

export function versionRows(database: Database, audit: AuditLog): Versions {
  const all = database.prepare(`${newest} ORDER BY d.rowid`);
  const one = database.prepare(`${newest} AND d.id = ?`);
  const named = database.prepare('SELECT id FROM definition WHERE kind = ? AND name = ? AND removed_at IS NULL');
  const label = database.prepare('SELECT kind, name FROM definition WHERE id = ?');
  const body = database.prepare('SELECT body FROM definition_version WHERE definition_id = ? AND version = ?');
  const insert = database.prepare('INSERT INTO definition (id, kind, name) VALUES (?, ?, ?)');
  const rename = database.prepare('UPDATE definition SET name = ? WHERE id = ?');
  const setRemoved = database.prepare('UPDATE definition SET removed_at = ? WHERE id = ?');
  const insertVersion = database.prepare(
    'INSERT INTO definition_version (definition_id, version, name, body, saved_at) VALUES (?, ?, ?, ?, ?)',
  );

  function byId(id: string): Definition {
    const row = one.get(id);
    if (row === undefined) throw new AppError('notFound', 'definitionGone');
    return toDefinition(row);
  }

  const idOf = (kind: DefinitionKind, name: string) => idSchema.optional().parse(named.get(kind, name))?.id;

  function refuseTwin(kind: DefinitionKind, name: string, own?: string): void {
    const twin = idOf(kind, name);
    if (twin !== undefined && twin !== own) throw new AppError('conflict', 'definitionExists', { kind, name });
  }

  function addVersion(id: string, version: number, name: string, content: unknown): Definition {
    insertVersion.run(id, version, name, JSON.stringify(content), new Date().toISOString());
    audit.append('definition', name, { id, version });
    return byId(id);
  }

  return {
    all: () => all.all().map(toDefinition),
    byId,
    isThere: (id) => one.get(id) !== undefined,
    named: idOf,
    label: (id) => labelSchema.parse(label.get(id)),
    bodyOf: (id, version) => JSON.parse(z.object({ body: z.string() }).parse(body.get(id, version)).body),
    insert(kind, name, content) {
      refuseTwin(kind, name);
      const id = randomUUID();
      insert.run(id, kind, name);
      return addVersion(id, 1, name, content);
    },
    append({ id, kind, version }, name, content) {
      refuseTwin(kind, name, id);
      rename.run(name, id);
      return addVersion(id, version + 1, name, content);
    },
    remove({ id, name }) {
      setRemoved.run(new Date().toISOString(), id);
      audit.append('definition', name, { id, removed: 1 });
    },
    restore(id) {
      const { kind, name } = labelSchema.parse(label.get(id));
      refuseTwin(kind, name, id);
      setRemoved.run(null, id);
      audit.append('definition', name, { id, restored: 1 });
      return byId(id);
    },
  };
}

function toDefinition(raw: unknown): Definition {
  const { body, ...row } = rowSchema.parse(raw);
  return definitionSchema.parse({ ...row, body: JSON.parse(body) });
}
