import type { Database } from 'better-sqlite3';
import type { Definition, Step } from '#shared/contract/index.ts';
import type { KeptStep, Steps } from './steps.ts';
import type { History } from './types.ts';
import type { Versions } from './versions.ts';

type Direction = 'undo' | 'redo';

/**
 * Undo and redo. Neither rewrites anything: an older body comes back as a new version, so that what read a version can
 * still say what it read. Step and change are one transaction.
 */
export function historyOf(database: Database, versions: Versions, steps: Steps): History {
  /** The stack of a definition that is gone waits until it comes back. */
  const there = (id: string | null) => (id !== null && versions.isThere(id) ? id : null);

  function describe(step: KeptStep | undefined, direction: Direction): Step | null {
    if (!step) return null;
    const { kind, name } = versions.label(step.definition);
    const given = direction === 'undo' ? step.before : step.after;
    return {
      definition: step.definition,
      kind,
      what: step.what,
      name: step.what === 'renamed' ? (given ?? name) : name,
    };
  }

  /** Makes what the step changed as it was before it, or as it was after it. */
  function apply({ definition, what, before, after }: KeptStep, direction: Direction): Definition | null {
    const back = direction === 'undo';
    switch (what) {
      case 'edited': {
        const current = versions.byId(definition);
        return versions.append(current, current.name, versions.bodyOf(definition, Number(back ? before : after)));
      }
      case 'renamed': {
        const current = versions.byId(definition);
        return versions.append(current, (back ? before : after) ?? current.name, current.body);
      }
      case 'created':
        return back ? takeAway(definition) : versions.restore(definition);
      case 'removed':
        return back ? versions.restore(definition) : takeAway(definition);
    }
  }

  function takeAway(id: string): null {
    versions.remove(versions.byId(id));
    return null;
  }

  return {
    state: (shown) => {
      const definition = there(shown);
      return { undo: describe(steps.toUndo(definition), 'undo'), redo: describe(steps.toRedo(definition), 'redo') };
    },
    undo: (shown) =>
      database.transaction(() => {
        const found = steps.toUndo(there(shown));
        const step = describe(found, 'undo');
        if (!found || !step) return null;
        const definition = apply(found, 'undo');
        steps.markUndone(found);
        return { step, definition };
      })(),
    redo: (shown) =>
      database.transaction(() => {
        const found = steps.toRedo(there(shown));
        const step = describe(found, 'redo');
        if (!found || !step) return null;
        const definition = apply(found, 'redo');
        steps.markRedone(found);
        return { step, definition };
      })(),
    forget: steps.forget,
  };
}
