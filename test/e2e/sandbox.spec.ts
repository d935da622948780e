import { networkInterfaces } from 'node:os';
import { expect, test } from './support/fixture.ts';
import { launchApp } from './support/launch.ts';

test('the window runs in the sandbox, without a network @trace', async () => {
  const { app } = await launchApp();
  const { status, commandLine } = await app.evaluate(({ BrowserWindow }) => {
    const fs = process.getBuiltinModule('node:fs');
    const pid = BrowserWindow.getAllWindows()[0]?.webContents.getOSProcessId();
    return { status: fs.readFileSync(`/proc/${pid}/status`, 'utf8'), commandLine: process.argv };
  });
  test.skip(Boolean(process.env.CLIENTSCOPE_NO_SANDBOX), 'no sandbox can be had here');
  expect(commandLine).not.toContain('--no-sandbox');
  expect(status).toMatch(/^Seccomp:\s+2$/m);
  if (process.env.CLIENTSCOPE_NO_NETWORK) expect(Object.keys(networkInterfaces())).toEqual(['lo']);
  await app.close();
});
