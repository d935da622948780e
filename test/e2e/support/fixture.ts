import { cp, mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { test as base, expect, type TestInfo } from '@playwright/test';
import { hasDisplay, startVirtualDisplay } from '../../../scripts/lib/display.ts';
import { StartScreen } from '../pages/start.ts';
import { type Launched, type LaunchOptions, launchApp, newUserData } from './launch.ts';
import { unannounced, watchProblems } from './problems.ts';

/** What the sample portfolio is called, in the folder of workspaces too. */
const sampleNames = ['示例组合', 'Sample portfolio'] as const;

type Launch = (options?: LaunchOptions) => Promise<Launched>;

interface Fixtures {
  /** Starts the app. It is closed after the test, which fails when a window complained of anything. */
  launch: Launch;
  /**
   * Announces a complaint of the window that the test means to provoke. Every other one still fails the test, and so does
   * an announced one that never comes.
   */
  willComplain: (pattern: RegExp) => void;
  /** What `willComplain` was told. */
  announced: RegExp[];
  /** A folder of the test's own, gone after it. */
  folder: string;
  /** Starts the app with the sample portfolio open. */
  launchSample: () => Promise<Launched>;
  /** Starts the app where opening the sample portfolio makes nothing again, on the first screen. */
  launchProfile: () => Promise<Launched>;
}

interface WorkerFixtures {
  /** A screen of the worker's own, where nobody else's windows take the keyboard; none where there is a real one. */
  ownDisplay: undefined;
  /** A profile in which the sample portfolio has been made; copied for each test that opens it. */
  sampleProfile: string;
}

export const test = base.extend<Fixtures, WorkerFixtures>({
  // biome-ignore lint/correctness/noEmptyPattern: Playwright reads the fixtures used from the first parameter
  announced: async ({}, use) => {
    await use([]);
  },

  willComplain: async ({ announced }, use) => {
    await use((pattern) => announced.push(pattern));
  },

  launch: async ({ announced }, use, info) => {
    const started: { launched: Launched; problems: () => readonly string[] }[] = [];
    await use(async (options) => {
      const launched = await launchApp(options);
      started.push({ launched, problems: await watchProblems(launched.app, launched.window) });
      return launched;
    });
    for (const { launched } of started) {
      if (info.status !== info.expectedStatus) await picture(launched, info);
      await launched.app.close();
    }
    expect(
      unannounced(
        started.flatMap(({ problems }) => problems()),
        announced,
      ),
      'errors in the console of the window',
    ).toEqual([]);
  },

  // biome-ignore lint/correctness/noEmptyPattern: see above
  folder: async ({}, use) => {
    const folder = await mkdtemp(join(tmpdir(), 'clientscope-e2e-'));
    await use(folder);
    await rm(folder, { recursive: true, force: true });
  },

  ownDisplay: [
    // biome-ignore lint/correctness/noEmptyPattern: see above
    async ({}, use) => {
      const display = hasDisplay() ? null : await startVirtualDisplay();
      // Whatever this worker starts inherits it.
      if (display) process.env['DISPLAY'] = display.name;
      await use(undefined);
      display?.stop();
    },
    { scope: 'worker', auto: true },
  ],

  sampleProfile: [
    // biome-ignore lint/correctness/noEmptyPattern: see above
    async ({}, use) => {
      const { app, window, userData } = await launchApp();
      await new StartScreen(window).openSample();
      await app.close();
      await use(userData);
    },
    { scope: 'worker' },
  ],

  launchProfile: async ({ launch, sampleProfile }, use) => {
    await use(async () => {
      const userData = await newUserData();
      for (const name of sampleNames) {
        const workspace = join(userData, 'workspaces', name);
        await cp(join(sampleProfile, 'workspaces', sampleNames[0]), workspace, { recursive: true });
        const marker = join(workspace, 'clientscope.json');
        await writeFile(marker, JSON.stringify({ ...JSON.parse(await readFile(marker, 'utf8')), name }));
      }
      return launch({ userData });
    });
  },

  launchSample: async ({ launchProfile }, use) => {
    await use(async () => {
      const launched = await launchProfile();
      await new StartScreen(launched.window).openSample();
      return launched;
    });
  },
});

export { expect };

async function picture({ window }: Launched, info: TestInfo): Promise<void> {
  if (window.isClosed()) return;
  const path = info.outputPath(`window-${info.attachments.length}.png`);
  await window.screenshot({ path }).catch(() => undefined);
  info.attachments.push({ name: 'window', path, contentType: 'image/png' });
}
