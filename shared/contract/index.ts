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
export { type EngineContract, engineContract } from './engine.ts';
export type { Step, StepOutcome } from './history.ts';
export type { Contract, Method, Params, Progress, Result } from './method.ts';
export * from './shell.ts';
export * from './state.ts';
export { type EngineEvent, engineEventSchema, workspaceContract } from './workspace.ts';
