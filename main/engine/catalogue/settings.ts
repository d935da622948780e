import type { Database } from 'better-sqlite3';
import { z } from 'zod';
import type { SettingStore } from './types.ts';

const rowSchema = z.object({ value: z.string() });

export function settingStore(database: Database): SettingStore {
  const one = database.prepare('SELECT value FROM setting WHERE name = ?');
  const put = database.prepare(
    'INSERT INTO setting (name, value) VALUES (?, ?) ON CONFLICT (name) DO UPDATE SET value = excluded.value',
  );
  return {
    get(name) {
      const row = one.get(name);
      return row === undefined ? undefined : rowSchema.parse(row).value;
    },
    set(name, value) {
      put.run(name, value);
    },
  };
}
