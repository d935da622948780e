import { spawn } from 'node:child_process';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { chromium } from '@playwright/test';
import { buildIfChanged } from '../../scripts/build-if-changed.ts';
import { hasDisplay, startVirtualDisplay } from '../../scripts/lib/display.ts';
import { ensureElectron, runtimeEnvironment } from '../../scripts/runtime/index.ts';
import { bareElectron } from './bareElectron.ts';
import type { Figure } from './figures.ts';

const pairs = 7;
/** Starts that are not counted: the first fills the system's file cache, and Chromium keeps compiled code from the third on. */
const before = 3;

/**
 * Two figures: the first start there ever was of a user, and one on any later day, with the profile of the day before. Both
 * from starting the process to "the first button can be clicked and the engine has answered", against a window of the
 * same Electron with one button. The page marks the moment itself (`usable`), so that nothing watches while it starts.
 */
export async function coldStart(): Promise<Figure[]> {
  const runtime = await ensureElectron();
  await buildIfChanged();
  const folder = await mkdtemp(join(tmpdir(), 'clientscope-start-'));
  const display = hasDisplay() ? undefined : await startVirtualDisplay();
  const env = { ...process.env, ...runtimeEnvironment(runtime), ...(display ? { DISPLAY: display.name } : {}) };
  try {
    const bare = await bareElectron(runtime.dist, folder, 'bareWindow');
    const figure = (when: string): Figure => ({
      name: `cold start, ${when}, on Electron ${runtime.version}`,
      unit: 'ms',
      ours: [],
      baseline: [],
      baselineName: 'bare window',
      goal: 1.6,
    });
    const [first, later] = [figure('the first of all'), figure('on a later day')];
    for (let pair = -before; pair < pairs; pair++) {
      const measure = async (figure: Figure, profile: string) => {
        const baseline = await startOnce(bare, [], join(folder, `bare ${profile}`), env);
        const ours = await startOnce(runtime.executable, runtime.args, join(folder, `ours ${profile}`), env);
        if (pair < 0) return;
        figure.baseline.push(baseline);
        figure.ours.push(ours);
      };
      await measure(first, `new ${pair}`);
      await measure(later, 'used');
    }
    return [first, later];
  } finally {
    display?.stop();
    await rm(folder, { recursive: true, force: true });
  }
}

async function startOnce(
  executable: string,
  args: readonly string[],
  profile: string,
  env: NodeJS.ProcessEnv,
): Promise<number> {
  const started = Date.now();
  const child = spawn(
    executable,
    [...args, '--no-sandbox', '--remote-debugging-port=0', `--user-data-dir=${profile}`],
    { env },
  );
  const ended = new Promise((resolve) => child.once('exit', resolve));
  try {
    const browser = await chromium.connectOverCDP(await debuggerAddress(child.stderr));
    const page = browser.contexts()[0]?.pages()[0] ?? (await browser.contexts()[0]?.waitForEvent('page'));
    if (!page) throw new Error('the app opened no window');
    const usable = await page.evaluate(
      () =>
        new Promise<number>((resolve) => {
          const seen = (entries: PerformanceEntryList) => {
            const mark = entries.find((entry) => entry.name === 'usable');
            if (mark) resolve(performance.timeOrigin + mark.startTime);
          };
          new PerformanceObserver((list) => seen(list.getEntries())).observe({ type: 'mark', buffered: true });
        }),
    );
    return usable - started;
  } finally {
    // Not killed: what Chromium keeps for the next start is written when it ends.
    child.kill('SIGTERM');
    await ended;
  }
}

function debuggerAddress(stderr: NodeJS.ReadableStream): Promise<string> {
  return new Promise((resolve, reject) => {
    let text = '';
    stderr.on('data', (chunk: Buffer) => {
      text += chunk.toString();
      const address = /DevTools listening on (ws:\S+)/.exec(text)?.[1];
      if (address) resolve(address);
    });
    stderr.on('end', () => reject(new Error(`no debugger address in: ${text}`)));
  });
}
