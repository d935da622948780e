import { createHash } from 'node:crypto';
import { mkdirSync, readFileSync, renameSync, writeFileSync } from 'node:fs';
import { dirname } from 'node:path';
import { z } from 'zod';
import { type Preferences, preferencesSchema, recentWorkspaceSchema } from '#shared/contract/index.ts';

const settingsSchema = z.strictObject({ preferences: preferencesSchema, recent: z.array(recentWorkspaceSchema) });
type Settings = z.infer<typeof settingsSchema>;
type Recent = Settings['recent'][number];

const mostRecent = 12;

/** What the app remembers outside of any workspace: language, theme and recent workspaces. */
export interface SettingsStore {
  readonly preferences: Preferences;
  readonly recent: readonly Recent[];
  setPreferences(preferences: Preferences): void;
  remember(workspace: { name: string; path: string }): void;
  forget(id: string): void;
}

/** Reads the settings file; one that is missing or damaged counts as none, for nothing in it is precious. */
export function openSettings(file: string, defaults: Preferences): SettingsStore {
  let settings = read(file) ?? { preferences: defaults, recent: [] };
  const change = (next: Settings) => {
    settings = next;
    write(file, next);
  };
  return {
    get preferences() {
      return settings.preferences;
    },
    get recent() {
      return settings.recent;
    },
    setPreferences: (preferences) => change({ ...settings, preferences }),
    remember({ name, path }) {
      const entry = { id: idOf(path), name, path, openedAt: new Date().toISOString() };
      const others = settings.recent.filter((recent) => recent.id !== entry.id);
      change({ ...settings, recent: [entry, ...others].slice(0, mostRecent) });
    },
    forget: (id) => change({ ...settings, recent: settings.recent.filter((recent) => recent.id !== id) }),
  };
}

function idOf(path: string): string {
  return createHash('sha256').update(path).digest('hex').slice(0, 16);
}

function read(file: string): Settings | undefined {
  try {
    return settingsSchema.safeParse(JSON.parse(readFileSync(file, 'utf8'))).data;
  } catch {
    return undefined;
  }
}

function write(file: string, settings: Settings): void {
  mkdirSync(dirname(file), { recursive: true, mode: 0o700 });
  writeFileSync(`${file}.new`, JSON.stringify(settings, null, 2), { mode: 0o600 });
  renameSync(`${file}.new`, file);
}
