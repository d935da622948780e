import { join } from 'node:path';

/** What an end-to-end run is told through the environment; the specs read the same names. */
export type E2eEnvironment = Record<string, string>;

/** Where a run keeps its home, temporary files and results, all owned by the user that it runs as. */
export type E2eFolders = { base: string; home: string; temp: string; results: string; userData: string };

export function foldersIn(base: string): E2eFolders {
  const at = (name: string): string => join(base, name);
  return { base, home: at('home'), temp: at('tmp'), results: at('results'), userData: at('user-data') };
}

/** Everything the run may know of the caller's environment: nothing else, least of all root's home, gets in. */
const INHERITED = [
  'LANG',
  'CI',
  'FORCE_COLOR',
  'NO_COLOR',
  'TZ',
  'DEBUG',
  'CLIENTSCOPE_FULL',
  'ELECTRON_OVERRIDE_DIST_PATH',
];

export function inheritedEnvironment(): E2eEnvironment {
  return pick(INHERITED);
}

/** How the caller's own display is reached. */
export function inheritedDisplay(): E2eEnvironment {
  return pick(['DISPLAY', 'XAUTHORITY', 'WAYLAND_DISPLAY', 'XDG_RUNTIME_DIR']);
}

function pick(names: readonly string[]): E2eEnvironment {
  const found: E2eEnvironment = {};
  for (const name of names) {
    const value = process.env[name];
    if (value) found[name] = value;
  }
  return found;
}
