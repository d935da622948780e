import { mkdir, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { parsePlaybook, runPlaybook } from '#engine/playbooks/index.ts';
import type { RenderedReport } from '#engine/reports/index.ts';
import type { Workspace } from '#engine/workspace/index.ts';
import { type Outcome, type RunResults, runResultsSchema } from '#shared/playbook/index.ts';

export const head = { format: 'clientscope.playbook', version: 1, name: 'test' } as const;

/** A segment of clients whose field equals a value. */
export function equals(name: string, table: string, field: string, value: string | number) {
  const item = { kind: 'condition', field: { table, field }, test: { op: 'eq', value } };
  return { name, rule: { kind: 'group', combine: 'and', negate: false, items: [item] } };
}

export function reportOn(name: string, ...segments: string[]) {
  return {
    name,
    title: `Report ${name}`,
    purpose: 'information',
    confidentiality: 'internal',
    language: 'zh',
    pages: segments.map((segment) => ({ kind: 'segment', name: segment })),
  };
}

/** Runs a playbook given as plain data, and checks its results against their schema. */
export async function run(
  workspace: Workspace,
  dataDir: string,
  playbook: object,
): Promise<{ results: RunResults; reports: Map<string, RenderedReport> }> {
  const reports = new Map<string, RenderedReport>();
  const results = await runPlaybook(workspace, parsePlaybook(JSON.stringify({ ...head, ...playbook }), 'test.json'), {
    dataDir,
    reports: async (name, report) => {
      reports.set(name, report);
      return [`${name}.pdf`];
    },
  });
  return { results: runResultsSchema.parse(results), reports };
}

export function outcomeOf(results: RunResults, kind: Outcome['kind'], name: string): Outcome {
  const outcome = results.definitions.find((candidate) => candidate.kind === kind && candidate.name === name);
  if (!outcome) throw new Error(`no outcome of ${kind} ${name}`);
  return outcome;
}

/** The result of a definition that must have gone well. */
export function resultOf(results: RunResults, kind: Outcome['kind'], name: string): Record<string, unknown> {
  const outcome = outcomeOf(results, kind, name);
  if (outcome.status === 'error') throw new Error(`${name}: ${outcome.error.message.en} ${outcome.error.detail ?? ''}`);
  return outcome.result;
}

/** The English sentence of a definition that must have failed. */
export function failureOf(results: RunResults, kind: Outcome['kind'], name: string): string {
  const outcome = outcomeOf(results, kind, name);
  if (outcome.status === 'ok') throw new Error(`${name} went well`);
  return outcome.error.message.en;
}

/** Writes files into a data folder below `folder` and returns its path. */
export async function dataFolderOf(
  folder: string,
  files: Readonly<Record<string, string | Uint8Array>>,
): Promise<string> {
  const path = join(folder, 'data');
  await mkdir(path, { recursive: true });
  for (const [name, content] of Object.entries(files)) await writeFile(join(path, name), content);
  return path;
}
