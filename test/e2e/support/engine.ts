import { type ElectronApplication, expect } from '@playwright/test';

/** The process id of the engine that is running now. */
export async function enginePid(app: ElectronApplication): Promise<number> {
  const pids = await app.evaluate(({ app }) =>
    app
      .getAppMetrics()
      .filter(({ name, serviceName }) => [name, serviceName].includes('clientscope-engine'))
      .map(({ pid }) => pid),
  );
  expect(pids).toHaveLength(1);
  return pids[0] ?? 0;
}

/** Does what is done while the engine stands still: whatever it is asked meanwhile is certainly still under way. */
export async function whileHeld(app: ElectronApplication, work: () => Promise<void>): Promise<void> {
  const pid = await enginePid(app);
  process.kill(pid, 'SIGSTOP');
  try {
    await work();
  } finally {
    process.kill(pid, 'SIGCONT');
  }
}
