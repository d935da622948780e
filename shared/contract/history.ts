import { z } from 'zod';
import { definitionKindSchema, definitionSchema } from './definitions.ts';
import type { Contract } from './method.ts';

/** One thing that was done to a definition, as undo and redo name it. */
export const stepSchema = z.strictObject({
  definition: z.string(),
  kind: definitionKindSchema,
  /** The definition's name now; of a renaming, the name that undoing it gives back or redoing it gives. */
  name: z.string(),
  what: z.enum(['edited', 'created', 'removed', 'renamed']),
});
export type Step = z.infer<typeof stepSchema>;

/** The definition that is on screen, whose edits are undone with what was done to the workspace; null: none is. */
const shown = z.strictObject({ definition: z.string().nullable() });

/** What undo or redo has done: the step, and the definition as it is now; null where it is gone. */
const outcome = z.strictObject({ step: stepSchema, definition: definitionSchema.nullable() }).nullable();
export type StepOutcome = z.infer<typeof outcome>;

/**
 * Each definition has a stack of its edits, the workspace one of what was created, deleted and renamed. Both calls act on
 * the newest step of the two stacks together; null where there is none.
 */
export const historyContract = {
  'history.state': {
    params: shown,
    result: z.strictObject({ undo: stepSchema.nullable(), redo: stepSchema.nullable() }),
  },
  'history.undo': { params: shown, result: outcome },
  'history.redo': { params: shown, result: outcome },
} satisfies Contract;
