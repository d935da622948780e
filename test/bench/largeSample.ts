import { existsSync } from 'node:fs';
import { mkdtemp, readFile, rename, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { parsePlaybook, runPlaybook } from '#engine/playbooks/index.ts';
import { generateSample } from '#engine/sample/index.ts';
import { closeWorkspace, openWorkspace, type Workspace } from '#engine/workspace/index.ts';
import { cacheDir, root } from '../../scripts/lib/paths.ts';

const quiet = { signal: new AbortController().signal, progress: () => undefined };

/** The files of the sample portfolio at size L: 500,000 clients and 10 million transactions. Made once for each user. */
async function largeFiles(): Promise<string> {
  const folder = join(cacheDir(), 'sample-L');
  if (existsSync(folder)) return folder;
  const filling = await mkdtemp(`${folder}-`);
  try {
    await generateSample({ size: 'L', out: filling }, quiet);
    await rename(filling, folder);
  } finally {
    await rm(filling, { recursive: true, force: true });
  }
  return folder;
}

/** Gives `work` a workspace with those files loaded and the client list named, and no other definition. */
export async function withLargeSample<T>(work: (workspace: Workspace) => Promise<T>): Promise<T> {
  const dataDir = await largeFiles();
  const folder = await mkdtemp(join(tmpdir(), 'clientscope-bench-'));
  try {
    const workspace = await openWorkspace({ path: join(folder, 'workspace'), create: true });
    try {
      const text = await readFile(join(root, 'resources', 'sample', 'playbook.json'), 'utf8');
      const whole = parsePlaybook(text, 'playbook.json');
      const bare = { ...whole, portraits: [], segments: [], funnels: [], roi: [], reports: [] };
      const { definitions } = await runPlaybook(workspace, bare, { dataDir, reports: false }, quiet);
      const failed = definitions.find(({ status }) => status === 'error');
      if (failed) throw new Error(`The large sample did not load: ${failed.name}`);
      return await work(workspace);
    } finally {
      await closeWorkspace(workspace);
    }
  } finally {
    await rm(folder, { recursive: true, force: true });
  }
}
