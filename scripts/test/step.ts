import type { Outcome } from '../lib/process.ts';

/** How one step of `npm test` ended, in counts that add up over the steps. */
export type StepResult = { passed: number; failed: number; skipped: number; detail?: string };

export type Step = { title: string; run: () => Promise<StepResult> };

export const passed = (detail?: string): StepResult => ({
  passed: 1,
  failed: 0,
  skipped: 0,
  ...(detail && { detail }),
});
export const failed = (detail: string): StepResult => ({ passed: 0, failed: 1, skipped: 0, detail });
export const skipped = (detail: string): StepResult => ({ passed: 0, failed: 0, skipped: 1, detail });

/** A step that is one program: its exit code decides, and its output is shown only when it failed. */
export function judge({ code, output }: Outcome): StepResult {
  return code === 0 ? passed() : failed(output.trim());
}

/** A step that looks for offences: none is a pass, and any is shown. */
export function none(offences: readonly string[], detail: string): StepResult {
  return offences.length === 0 ? passed(detail) : failed(offences.join('\n'));
}

/** Steps that may run beside each other: none needs what another makes, and none fails when it gets half a machine. */
export type Stage = readonly Step[];

/** As many programs at a time as the smallest machine has processors. */
const atOnce = 2;

/** Runs the stages one after another, and the steps of each side by side, whatever becomes of them; returns the sums. */
export async function runStages(stages: readonly Stage[]): Promise<StepResult> {
  const sum: StepResult = { passed: 0, failed: 0, skipped: 0 };
  const lines: string[] = [];
  const runStep = async ({ title, run }: Step) => {
    console.log(`.. ${title}`);
    const start = performance.now();
    const result = await run().catch((error: unknown) =>
      failed(error instanceof Error ? error.message : String(error)),
    );
    const line = summarise(title, result, (performance.now() - start) / 1000);
    console.log(`\n== ${title}\n${result.detail ? `${result.detail}\n` : ''}${line}`);
    lines.push(line);
    sum.passed += result.passed;
    sum.failed += result.failed;
    sum.skipped += result.skipped;
  };
  for (const stage of stages) {
    const waiting = [...stage];
    const runner = async () => {
      for (let step = waiting.shift(); step; step = waiting.shift()) await runStep(step);
    };
    await Promise.all(Array.from({ length: atOnce }, runner));
  }
  console.log(`\n${lines.join('\n')}`);
  return sum;
}

function summarise(title: string, result: StepResult, seconds: number): string {
  const mark = result.failed > 0 ? 'FAILED ' : result.passed === 0 ? 'skipped' : 'ok     ';
  const total = result.passed + result.failed + result.skipped;
  const counts = total > 1 ? ` (${result.passed} passed, ${result.failed} failed, ${result.skipped} skipped)` : '';
  return `${mark} ${title}${counts} ${seconds.toFixed(1)} s`;
}
