import type { EngineEvent } from '#shared/contract/index.ts';
import { AppError } from '#shared/errors/index.ts';
import { sweep } from '../intake/index.ts';
import { closeWorkspace, type OpenOptions, openWorkspace, type Workspace } from '../workspace/index.ts';

/** The engine's state: at most one open workspace, and the files that windows may read. */
export interface Host {
  /** The open workspace, or `noWorkspace`. */
  workspace(): Workspace;
  current(): Workspace | null;
  open(options: Omit<OpenOptions, 'emit'>): Promise<Workspace>;
  close(): Promise<void>;
  grant(token: string, path: string): void;
  /** The path that a token stands for, or `fileNotGranted`. */
  granted(token: string): string;
}

/**
 * `emit` tells every window; `quiesce` cancels what they have asked for and waits for its end, so that a workspace is
 * never closed under a running call.
 */
export function createHost(emit: (event: EngineEvent) => void, quiesce: () => Promise<void>): Host {
  let open: Workspace | null = null;
  const grants = new Map<string, string>();

  async function close(): Promise<void> {
    const closing = open;
    open = null;
    if (!closing) return;
    await quiesce();
    await closeWorkspace(closing);
  }

  return {
    current: () => open,
    workspace() {
      if (!open) throw new AppError('notFound', 'noWorkspace');
      return open;
    },
    async open(options) {
      await close();
      open = await openWorkspace({ ...options, emit });
      await sweep(open);
      emit({ type: 'workspaceChanged' });
      return open;
    },
    async close() {
      await close();
      emit({ type: 'workspaceChanged' });
    },
    grant: (token, path) => void grants.set(token, path),
    granted(token) {
      const path = grants.get(token);
      if (path === undefined) throw new AppError('permission', 'fileNotGranted');
      return path;
    },
  };
}
