import { ensureDebianPackages } from '../lib/debian.ts';
import { capture } from '../lib/process.ts';
import { isRoot } from '../lib/sandbox.ts';

const LOOPBACK_UP = 'ip link set lo up';

// Who isn't root may make a network namespace only inside a user namespace, as its root.
const OUTER = isRoot() ? [] : ['--user', '--map-root-user'];

/** Whether this user can make a network namespace with nothing in it but a loopback device. */
export async function canIsolateNetwork(): Promise<boolean> {
  if (process.platform !== 'linux' || !(await canUnshare('true'))) return false;
  await ensureDebianPackages(['iproute2'], 'A network namespace for the end-to-end tests');
  return canUnshare(LOOPBACK_UP);
}

async function canUnshare(script: string): Promise<boolean> {
  return (await capture('unshare', [...OUTER, '--net', 'sh', '-c', script], { cwd: '/' })).code === 0;
}

type Enclosure = {
  isolateNetwork: boolean;
  mounts: readonly { from: string; to: string }[];
  folder: string;
  command: readonly string[];
};

/** The command that runs another one inside namespaces of its own, with folders bind-mounted there. */
export function enclose({ isolateNetwork, mounts, folder, command }: Enclosure): string[] {
  const flags = [...(isolateNetwork ? [...OUTER, '--net'] : []), ...(mounts.length > 0 ? ['--mount'] : [])];
  const steps = ['set -e', ...(isolateNetwork ? [LOOPBACK_UP] : [])];
  const values = mounts.flatMap(({ from, to }) => [from, to]);
  for (const _ of mounts) steps.push('mount --bind "$1" "$2"', 'shift 2');
  steps.push('cd "$1"', 'shift', 'exec "$@"');
  const inner = ['sh', '-c', steps.join('\n'), 'sh', ...values, folder, ...backToCaller(isolateNetwork), ...command];
  return flags.length > 0 ? ['unshare', ...flags, ...inner] : inner;
}

// As root, even as the root of a user namespace, Chromium refuses to build its sandbox.
function backToCaller(isolateNetwork: boolean): string[] {
  if (isRoot() || !isolateNetwork) return [];
  return ['unshare', '--user', `--map-user=${process.getuid?.()}`, `--map-group=${process.getgid?.()}`];
}
