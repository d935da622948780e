import { readFile } from 'node:fs/promises';
import type { Outcome } from '../lib/process.ts';
import { failed, type StepResult } from './step.ts';

type VitestReport = { numPassedTests: number; numFailedTests: number; numPendingTests: number; numTodoTests: number };
type PlaywrightReport = {
  stats: { expected: number; unexpected: number; flaky: number; skipped: number };
  suites: PlaywrightSuite[];
};
type PlaywrightSuite = {
  file: string;
  specs: { title: string; tests: { status: string }[] }[];
  suites?: PlaywrightSuite[];
};

/** Counts of a vitest run. A run that failed beside its tests, say while loading a file, counts as one failure. */
export async function vitestResult(path: string, outcome: Outcome): Promise<StepResult> {
  const report = await readReport<VitestReport>(path);
  if (!report) return failed(outcome.output.trim());
  return counted(
    {
      passed: report.numPassedTests,
      failed: report.numFailedTests,
      skipped: report.numPendingTests + report.numTodoTests,
    },
    outcome,
  );
}

/** Counts of a Playwright run. */
export async function playwrightResult(path: string, outcome: Outcome): Promise<StepResult> {
  const report = await readReport<PlaywrightReport>(path);
  if (!report) return failed(outcome.output.trim() || 'Playwright left no report');
  const { expected, unexpected, flaky, skipped } = report.stats;
  const result = counted({ passed: expected + flaky, failed: unexpected, skipped }, outcome);
  const again = report.suites.flatMap(passedWhenTriedAgain).map((title) => `passed only when tried again: ${title}`);
  if (again.length === 0) return result;
  return { ...result, detail: [result.detail, ...again].filter(Boolean).join('\n') };
}

function passedWhenTriedAgain({ file, specs, suites = [] }: PlaywrightSuite): string[] {
  const flaky = specs.filter(({ tests }) => tests.some(({ status }) => status === 'flaky'));
  return [...flaky.map(({ title }) => `${file} › ${title}`), ...suites.flatMap(passedWhenTriedAgain)];
}

function counted(counts: StepResult, { code, output }: Outcome): StepResult {
  const result = { ...counts, failed: code !== 0 && counts.failed === 0 ? 1 : counts.failed };
  return result.failed > 0 ? { ...result, detail: output.trim() } : result;
}

async function readReport<T>(path: string): Promise<T | undefined> {
  const text = await readFile(path, 'utf8').catch(() => undefined);
  return text === undefined ? undefined : JSON.parse(text);
}
