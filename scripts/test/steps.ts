import { rm } from 'node:fs/promises';
import { join } from 'node:path';
import { buildIfChanged } from '../build-if-changed.ts';
import { checkBundles } from '../checks/bundles.ts';
import { checkCodeStyle } from '../checks/code-style.ts';
import { checkLayers } from '../checks/layers.ts';
import { checkHeadlessNetwork, checkWindowNetwork } from '../checks/network.ts';
import { checkSqlText } from '../checks/sql-text.ts';
import { runE2e } from '../e2e/run.ts';
import { nodeModule, root } from '../lib/paths.ts';
import { captureNode } from '../lib/process.ts';
import { packageApp } from '../package/build.ts';
import { playwrightResult, vitestResult } from './reports.ts';
import { judge, passed, type Stage, type Step, type StepResult } from './step.ts';

const VITEST_REPORT = join(root, 'test-results', 'vitest.json');

/** What tsc found the last time: only what a change reaches is looked at again. */
const checkedBefore = ['--incremental', '--tsBuildInfoFile', join(root, 'node_modules', '.cache', 'tsc.json')];

/** Everything that `npm test` looks at, in order. The longest of a stage comes first. */
export const stages: readonly Stage[] = [
  [
    tool('Types (tsc)', nodeModule('typescript', 'bin', 'tsc'), '-p', 'tsconfig.json', '--noEmit', ...checkedBefore),
    tool('Lint and format (biome)', nodeModule('@biomejs', 'biome', 'bin', 'biome'), 'check', '--error-on-warnings'),
    tool('Unused code (knip)', nodeModule('knip', 'bin', 'knip.js')),
    { title: 'Layers (dependency-cruiser)', run: checkLayers },
    { title: 'Code size and no any', run: checkCodeStyle },
    { title: 'SQL only in the engine', run: checkSqlText },
    tool('Schemas are current', 'scripts/schemas.ts', '--check'),
  ],
  [{ title: 'Unit and integration (vitest)', run: () => runVitest() }],
  [{ title: 'Build', run: build }],
  [{ title: 'No network module in the bundles', run: checkBundles }],
  [{ title: 'End to end (Playwright)', run: runEndToEnd }],
  [
    { title: 'Package and its self-check', run: runPackage },
    { title: 'Network trace of the window', run: checkWindowNetwork },
    { title: 'Network trace of a headless run', run: checkHeadlessNetwork },
  ],
];

function tool(title: string, ...args: string[]): Step {
  return { title, run: async () => judge(await captureNode(args)) };
}

async function runVitest(env = process.env): Promise<StepResult> {
  await rm(VITEST_REPORT, { force: true });
  const reporters = ['--reporter=default', '--reporter=json', `--outputFile.json=${VITEST_REPORT}`];
  const vitest = [nodeModule('vitest', 'vitest.mjs'), 'run', ...reporters];
  return vitestResult(VITEST_REPORT, await captureNode(vitest, { env }));
}

async function runPackage(): Promise<StepResult> {
  const { executable } = await packageApp();
  return runVitest({ ...process.env, CLIENTSCOPE_PACKAGED: executable });
}

async function build(): Promise<StepResult> {
  return passed((await buildIfChanged()) ? undefined : 'nothing changed since the last build');
}

async function runEndToEnd(): Promise<StepResult> {
  // A window can fail for what else the machine does. One that passes when tried again is named as such, not passed over.
  const run = await runE2e({ args: ['--grep-invert', '@screenshots', '--retries=1'], name: 'e2e', quiet: true });
  return playwrightResult(join(run.results, 'report.json'), run);
}
