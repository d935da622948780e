import { capture } from './process.ts';

const AS_NOBODY = ['--reuid=65534', '--regid=65534', '--clear-groups', '--'];

/** Whether Chromium can build its sandbox: as root it refuses, and a user needs namespaces of their own. */
export async function canSandbox(): Promise<boolean> {
  return !isRoot() && (await canMakeUserNamespace([]));
}

/** Whether Chromium could build its sandbox if it ran as an unprivileged user. */
export function canSandboxAsNobody(): Promise<boolean> {
  return canMakeUserNamespace(['setpriv', ...AS_NOBODY]);
}

export function isRoot(): boolean {
  return process.getuid?.() === 0;
}

/** What starts a program as the unprivileged user 65534. */
export function asNobody(command: string, ...args: string[]): string[] {
  return ['setpriv', ...AS_NOBODY, command, ...args];
}

async function canMakeUserNamespace(prefix: readonly string[]): Promise<boolean> {
  if (process.platform !== 'linux') return true;
  const [command = 'unshare', ...args] = [...prefix, 'unshare', '--user', 'true'];
  return (await capture(command, args, { cwd: '/' })).code === 0;
}
