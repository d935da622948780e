import { ensureDebianPackages } from '../lib/debian.ts';
import { capture } from '../lib/process.ts';

const LOOPBACK_UP = 'ip link set lo up';

/** Whether this user can make a network namespace with nothing in it but a loopback device. */
export async function canIsolateNetwork(): Promise<boolean> {
  if ((await capture('unshare', ['--net', 'true'])).code !== 0) return false;
  await ensureDebianPackages(['iproute2'], 'A network namespace for the end-to-end tests');
  return (await capture('unshare', ['--net', 'sh', '-c', LOOPBACK_UP])).code === 0;
}

type Enclosure = {
  isolateNetwork: boolean;
  mounts: readonly { from: string; to: string }[];
  folder: string;
  command: readonly string[];
};

/** The command that runs another one inside namespaces of its own, with folders bind-mounted there. */
export function enclose({ isolateNetwork, mounts, folder, command }: Enclosure): string[] {
  const flags = [...(isolateNetwork ? ['--net'] : []), ...(mounts.length > 0 ? ['--mount'] : [])];
  const steps = ['set -e', ...(isolateNetwork ? [LOOPBACK_UP] : [])];
  const values = mounts.flatMap(({ from, to }) => [from, to]);
  // mount reads its arguments, and `shift` keeps paths with spaces whole.
  for (const _ of mounts) steps.push('mount --bind "$1" "$2"', 'shift 2');
  steps.push('cd "$1"', 'shift', 'exec "$@"');
  const inner = ['sh', '-c', steps.join('\n'), 'sh', ...values, folder, ...command];
  return flags.length > 0 ? ['unshare', ...flags, ...inner] : inner;
}
