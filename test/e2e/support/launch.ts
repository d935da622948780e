import { mkdtemp } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { _electron, type ElectronApplication, errors, type Page, test } from '@playwright/test';

export type LaunchOptions = {
  /** The profile folder. Without one, a fresh one is made. Launch twice with the same one to restart the app. */
  userData?: string;
  env?: Record<string, string>;
  args?: string[];
};

export type Launched = { app: ElectronApplication; window: Page; userData: string };

/** Starts the built app in the Electron that scripts/e2e.ts has prepared, and waits for its first window. */
export async function launchApp({ userData, env = {}, args = [] }: LaunchOptions = {}): Promise<Launched> {
  const executablePath = process.env.CLIENTSCOPE_ELECTRON;
  if (!executablePath)
    throw new Error('Run the end-to-end tests through `npm run test:e2e`, which prepares an Electron');
  const profile = userData ?? (await newUserData());
  const appArgs: string[] = JSON.parse(process.env.CLIENTSCOPE_APP_ARGS ?? '[]');
  const app = await startAgain({
    executablePath,
    args: [...appArgs, `--user-data-dir=${profile}`, ...args],
    // Without this Playwright adds --no-sandbox.
    chromiumSandbox: !process.env.CLIENTSCOPE_NO_SANDBOX,
    env: { ...inherited(), ...env },
    timeout: 30_000,
  });
  return { app, window: await app.firstWindow(), userData: profile };
}

/**
 * A start that Playwright could not connect to within its time is made once more, and the test gets the time back. Seen once in
 * several hundred starts, on a loaded machine; why is not known. A second one fails the test.
 */
async function startAgain(options: NonNullable<Parameters<typeof _electron.launch>[0]>): Promise<ElectronApplication> {
  try {
    return await _electron.launch(options);
  } catch (thrown) {
    if (!(thrown instanceof errors.TimeoutError)) throw thrown;
    test.setTimeout(test.info().timeout + 2 * (options.timeout ?? 0));
    return _electron.launch(options);
  }
}

/** A fresh profile folder. */
export function newUserData(): Promise<string> {
  return mkdtemp(join(process.env.CLIENTSCOPE_USER_DATA ?? tmpdir(), 'profile-'));
}

function inherited(): Record<string, string> {
  const set = Object.entries(process.env).flatMap(([name, value]) => (value === undefined ? [] : [[name, value]]));
  return Object.fromEntries(set);
}
