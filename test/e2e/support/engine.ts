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
