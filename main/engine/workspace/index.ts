export type { Workspace } from './types.ts';
export { closeWorkspace, type OpenOptions, openWorkspace } from './workspace.ts';
