export type { Workspace } from './types.ts';
export { closeWorkspace, openWorkspace } from './workspace.ts';
