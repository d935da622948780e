import { clientsContract, funnelsContract, portraitsContract, roiContract, segmentsContract } from './analyses.ts';
import { datasetsContract } from './datasets.ts';
import { definitionsContract } from './definitions.ts';
import { historyContract } from './history.ts';
import { intakeContract } from './intake.ts';
import type { Contract } from './method.ts';
import { reportsContract } from './reports.ts';
import { workspaceContract } from './workspace.ts';

/** Everything a window can ask of the engine. */
export const engineContract = {
  ...workspaceContract,
  ...intakeContract,
  ...datasetsContract,
  ...definitionsContract,
  ...historyContract,
  ...clientsContract,
  ...segmentsContract,
  ...reportsContract,
  ...funnelsContract,
  ...roiContract,
  ...portraitsContract,
} satisfies Contract;

export type EngineContract = typeof engineContract;
export * from './common.ts';
export { controlContract, controlEventSchema } from './control.ts';
export type { FieldValues, GridView, PageColumn } from './datasets.ts';
export {
  type Definition,
  type DefinitionKind,
  type DefinitionOf,
  definitionKindSchema,
  definitionSchema,
} from './definitions.ts';
export type { Step, StepOutcome } from './history.ts';
export type { Contract, Method, Params, Progress, Result } from './method.ts';
export * from './shell.ts';
export { type EngineEvent, engineEventSchema } from './workspace.ts';
