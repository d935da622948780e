import type { ElectronApplication, Page } from '@playwright/test';

/** Collects what a window complains of: errors in its console (a violated content policy among them) and exceptions. */
export async function watchProblems(app: ElectronApplication, window: Page): Promise<() => readonly string[]> {
  const problems = new Set<string>();
  const onConsole = (message: { type(): string; text(): string }) => {
    if (message.type() === 'error') problems.add(message.text());
  };
  app.context().on('console', onConsole);
  app.context().on('weberror', (thrown) => problems.add(textOf(thrown.error())));
  window.on('crash', () => problems.add('The window crashed'));
  // What was said before there was anyone to listen.
  for (const message of await window.consoleMessages()) onConsole(message);
  for (const error of await window.pageErrors()) problems.add(textOf(error));
  return () => [...problems];
}

/** What is left of the complaints without those that a test has announced, and the announced ones that never came. */
export function unannounced(problems: readonly string[], announced: readonly RegExp[]): string[] {
  return [
    ...problems.filter((problem) => !announced.some((pattern) => pattern.test(problem))),
    ...announced.filter((pattern) => !problems.some((problem) => pattern.test(problem))).map(missing),
  ];
}

const missing = (pattern: RegExp) => `announced, and never said: ${pattern}`;

const textOf = (error: Error) => error.stack ?? error.message;
