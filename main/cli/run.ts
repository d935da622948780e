import { createHash } from 'node:crypto';
import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { readPlaybook, runPlaybook } from '#engine/playbooks/index.ts';
import type { Workspace } from '#engine/workspace/index.ts';
import type { CallProgress } from '#shared/contract/index.ts';
import { reconciliationSchema } from '#shared/controls/index.ts';
import { type Outcome, type RunResults, runResultsSchema } from '#shared/playbook/index.ts';
import { outputFolder, writeText } from './output.ts';
import { reportWriter } from './reportFiles.ts';
import { inWorkspace } from './workspace.ts';

export interface RunRequest {
  readonly playbook: string;
  readonly data: string;
  readonly out: string;
  /** Kept, and made where it is absent; null: a passing one. */
  readonly workspace: string | null;
}

export interface RunObserver {
  onStart(kind: Outcome['kind'], name: string): void;
  progress(progress: CallProgress): void;
  onNoPrinter(file: string): void;
}

export const resultsFile = 'results.json';

/** Runs a playbook file and writes what came of it. */
export async function runCommand(request: RunRequest, observer: RunObserver, signal: AbortSignal): Promise<RunResults> {
  const playbook = await readPlaybook(request.playbook);
  await outputFolder(request.out);
  const results = await inWorkspace(request.workspace, (workspace) =>
    runPlaybook(
      workspace,
      playbook,
      {
        dataDir: request.data,
        reports: reportWriter(request.out, signal, observer.onNoPrinter, (name, file) =>
          recordExport(workspace, name, join(request.out, file)),
        ),
        onStart: observer.onStart,
      },
      { signal, progress: observer.progress },
    ),
  );
  const text = JSON.stringify(runResultsSchema.parse(results), null, 2);
  await writeText(request.out, resultsFile, `${text}\n`);
  return results;
}

/** Control figures that datasets of a run do not meet; `difference` null where they could not be compared. */
export function controlsOff(results: RunResults) {
  return results.definitions.flatMap((outcome) => {
    if (outcome.kind !== 'data' || outcome.status !== 'ok') return [];
    const checks = reconciliationSchema.shape.checks.parse(outcome.result.controls);
    return checks.filter(({ matched }) => !matched).map((check) => ({ ...check, name: outcome.name }));
  });
}

/** A report that leaves the workspace is on record, as one saved from a window is. */
async function recordExport({ catalogue }: Workspace, name: string, path: string): Promise<void> {
  const bytes = await readFile(path);
  const sha256 = createHash('sha256').update(bytes).digest('hex');
  catalogue.audit.append('export', name, { bytes: bytes.length, sha256, masked: 'yes' });
}
