import { existsSync } from 'node:fs';
import type { CallProgress } from '#shared/contract/index.ts';
import type { PlaybookFailure } from '#shared/playbook/index.ts';
import type { EngineProcess } from './engineProcess.ts';
import { paths } from './paths.ts';
import type { SettingsStore } from './settings.ts';

/** Opens and closes workspaces, and knows which one to open again after the engine was restarted. */
export interface WorkspaceKeeper {
  open(workspace: { path: string; create: boolean }): Promise<{ name: string }>;
  /** Opens the sample portfolio, making it first where it is not there. */
  openSample(context: { signal: AbortSignal; progress: (value: CallProgress) => void }): Promise<{ name: string }>;
  /** Makes a workspace of a playbook and the files of a folder, and opens it. */
  openPlaybook(
    from: { path: string; playbook: string; data: string },
    context: { signal: AbortSignal; progress: (value: CallProgress) => void },
  ): Promise<{ name: string; failed: PlaybookFailure[] }>;
  close(): Promise<void>;
  /** Forgets what was open: it is not to be opened again. */
  leave(): void;
  /** Opens what was open before the engine died; false when that fails. */
  reopen(): Promise<boolean>;
}

export function keepWorkspaces(engine: EngineProcess, settings: SettingsStore, folder: () => string): WorkspaceKeeper {
  let current: string | null = null;

  async function open(workspace: { path: string; create: boolean }): Promise<{ name: string }> {
    current = null;
    const opened = await engine.control.call('control.open', workspace);
    current = workspace.path;
    settings.remember({ name: opened.name, path: workspace.path });
    return opened;
  }

  return {
    open,
    async openSample(context) {
      const path = folder();
      if (!existsSync(path)) {
        await engine.control.call(
          'control.makeSample',
          { path, playbook: paths.samplePlaybook, data: paths.sampleData },
          { signal: context.signal, onProgress: context.progress },
        );
      }
      return open({ path, create: false });
    },
    async openPlaybook(from, context) {
      const options = { signal: context.signal, onProgress: context.progress };
      const failed = await engine.control.call('control.makeFromPlaybook', from, options);
      return { ...(await open({ path: from.path, create: false })), failed };
    },
    leave() {
      current = null;
    },
    async close() {
      current = null;
      await engine.control.call('control.close', {});
    },
    async reopen() {
      if (current === null) return true;
      return engine.control.call('control.open', { path: current, create: false }).then(
        () => true,
        () => false,
      );
    },
  };
}
