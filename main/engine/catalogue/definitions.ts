import type { Database } from 'better-sqlite3';
import type { Definition } from '#shared/contract/index.ts';
import { AppError } from '#shared/errors/index.ts';
import type { Steps } from './steps.ts';
import type { DefinitionStore } from './types.ts';
import type { Versions } from './versions.ts';

/** Definitions, each change of which is kept as a version and as a step that can be undone: both or neither. */
export function definitionStore(database: Database, versions: Versions, steps: Steps): DefinitionStore {
  return {
    list: (kind) => versions.all().filter((definition) => kind === undefined || definition.kind === kind),
    byId: versions.byId,
    get(kind, name) {
      const id = versions.named(kind, name);
      if (id === undefined) throw new AppError('notFound', 'definitionMissing', { kind, name });
      return ofKind(kind, versions.byId(id));
    },
    create: (kind, name, body) =>
      database.transaction(() => {
        const made = versions.insert(kind, name, body);
        steps.add({ definition: made.id, what: 'created', before: null, after: null });
        return ofKind(kind, made);
      })(),
    save: (kind, id, baseVersion, name, body) =>
      database.transaction(() => {
        const current = versions.byId(id);
        if (current.version !== baseVersion) throw new AppError('conflict', 'definitionConflict', { name });
        const saved = versions.append(current, name, body);
        if (current.name !== name) steps.add({ definition: id, what: 'renamed', before: current.name, after: name });
        // Both are as their schema wrote them, so equal ones are written alike.
        if (JSON.stringify(current.body) !== JSON.stringify(saved.body)) {
          steps.add({ definition: id, what: 'edited', before: `${current.version}`, after: `${saved.version}` });
        }
        return ofKind(kind, saved);
      })(),
    remove: (id) =>
      database.transaction(() => {
        versions.remove(versions.byId(id));
        steps.add({ definition: id, what: 'removed', before: null, after: null });
      })(),
  };
}

function ofKind<K extends Definition['kind']>(kind: K, definition: Definition): Extract<Definition, { kind: K }> {
  const matches = (candidate: Definition): candidate is Extract<Definition, { kind: K }> => candidate.kind === kind;
  if (!matches(definition)) throw new AppError('notFound', 'definitionMissing', { kind, name: definition.name });
  return definition;
}
