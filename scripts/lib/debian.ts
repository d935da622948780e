import { existsSync } from 'node:fs';
import { capture } from './process.ts';

/** Debian packages without which Electron does not start, or has no display to draw on. */
export const electronPackages = ['libgtk-3-0', 'libnss3', 'libgbm1', 'libasound2'];

/**
 * Makes sure that Debian packages are there: installs them as root, else names them in one line.
 * Returns whether all are there.
 */
export async function ensureDebianPackages(names: readonly string[], purpose: string): Promise<boolean> {
  if (!existsSync('/usr/bin/dpkg-query')) return true;
  const missing = await missingPackages(names);
  if (missing.length === 0) return true;
  if (process.getuid?.() !== 0) {
    console.error(`${purpose} needs Debian packages that are missing: sudo apt-get install ${missing.join(' ')}`);
    return false;
  }
  console.log(`Installing Debian packages for ${purpose}: ${missing.join(' ')}`);
  if (!(await install(missing))) await capture('apt-get', ['update'], { timeoutMs: 300_000 });
  const done = (await missingPackages(missing)).length === 0 || (await install(missing));
  if (!done) console.error(`${purpose}: apt-get could not install ${missing.join(' ')}`);
  return done;
}

async function missingPackages(names: readonly string[]): Promise<string[]> {
  // Since Debian 13 and Ubuntu 24.04 some libraries carry a t64 suffix.
  const asked = names.flatMap((name) => [name, `${name}t64`]);
  const { output } = await capture('dpkg', ['--get-selections', ...asked]);
  const installed = new Set([...output.matchAll(/^([^\s:]+)(?::\S+)?\s+(?:install|hold)$/gm)].map(([, name]) => name));
  return names.filter((name) => !installed.has(name) && !installed.has(`${name}t64`));
}

async function install(names: readonly string[]): Promise<boolean> {
  const env = { ...process.env, DEBIAN_FRONTEND: 'noninteractive' };
  const args = ['install', '-y', '--no-install-recommends', ...names];
  return (await capture('apt-get', args, { env, timeoutMs: 600_000 })).code === 0;
}
