import type { Database } from 'better-sqlite3';
import { z } from 'zod';
import type { Step } from '#shared/contract/index.ts';

/** How many steps a stack keeps. */
export const stackLimit = 100;

/** The stack of what was created, removed and renamed; every other stack is named by its definition's id. */
const workspaceStack = 'workspace';

const keptSchema = z.object({
  sequence: z.number(),
  definition: z.string(),
  what: z.enum(['edited', 'created', 'removed', 'renamed']),
  before: z.string().nullable(),
  after: z.string().nullable(),
});
export type KeptStep = z.infer<typeof keptSchema>;
type NewStep = Omit<KeptStep, 'sequence'> & { what: Step['what'] };

/** The stacks of steps. Everything here runs inside the transaction of the change that it records. */
export interface Steps {
  /** A new step ends redo on its stack; past the limit the oldest goes. */
  add(step: NewStep): void;
  /** The newest step that stands: of this definition's edits and of the workspace. */
  toUndo(definition: string | null): KeptStep | undefined;
  /** The step undone last: of this definition's edits and of the workspace. */
  toRedo(definition: string | null): KeptStep | undefined;
  markUndone(step: KeptStep): void;
  markRedone(step: KeptStep): void;
  forget(): void;
}

export function stepStore(database: Database): Steps {
  const columns = 'sequence, definition_id AS definition, what, before, after';
  const insert = database.prepare(
    'INSERT INTO step (stack, definition_id, what, before, after) VALUES (@stack, @definition, @what, @before, @after)',
  );
  const endRedo = database.prepare('DELETE FROM step WHERE stack = ? AND undone IS NOT NULL');
  const prune = database.prepare(
    'DELETE FROM step WHERE stack = @stack AND sequence NOT IN (SELECT sequence FROM step WHERE stack = @stack ORDER BY sequence DESC LIMIT @limit)',
  );
  const standing = database.prepare(
    `SELECT ${columns} FROM step WHERE stack IN (@workspace, @definition) AND undone IS NULL ORDER BY sequence DESC LIMIT 1`,
  );
  const undone = database.prepare(
    `SELECT ${columns} FROM step WHERE stack IN (@workspace, @definition) AND undone IS NOT NULL ORDER BY undone DESC LIMIT 1`,
  );
  const markUndone = database.prepare(
    'UPDATE step SET undone = (SELECT coalesce(max(undone), 0) + 1 FROM step) WHERE sequence = ?',
  );
  const markRedone = database.prepare('UPDATE step SET undone = NULL WHERE sequence = ?');
  const forget = database.prepare('DELETE FROM step');

  const stacks = (definition: string | null) => ({ workspace: workspaceStack, definition });
  return {
    add(step) {
      const stack = step.what === 'edited' ? step.definition : workspaceStack;
      endRedo.run(stack);
      insert.run({ ...step, stack });
      prune.run({ stack, limit: stackLimit });
    },
    toUndo: (definition) => keptSchema.optional().parse(standing.get(stacks(definition))),
    toRedo: (definition) => keptSchema.optional().parse(undone.get(stacks(definition))),
    markUndone: ({ sequence }) => void markUndone.run(sequence),
    markRedone: ({ sequence }) => void markRedone.run(sequence),
    forget: () => void forget.run(),
  };
}
