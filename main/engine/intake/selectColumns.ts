import { AppError } from '#shared/errors/index.ts';
import type { ReadOptions } from '#shared/intake/index.ts';
import { identifier, join, raw, type Sql, sql } from '../warehouse/index.ts';
import { nativeTypes } from './delimited/storage.ts';
import { columnNames } from './names.ts';

/**
 * Rows of a source that brings types of its own. Names become unique, what the user set is applied, and values that are
 * texts in disguise (JSON, ENUM) become texts. `converted` has the values of columns that are read in a way of their own.
 */
export function selectColumns(
  described: readonly { name: string; type: string }[],
  from: Sql,
  options: ReadOptions,
  file: string,
  converted: ReadonlyMap<string, Sql> = new Map(),
): Sql {
  const settings = new Map((options.columns ?? []).map((setting) => [setting.column, setting]));
  for (const column of settings.keys()) {
    if (!described.some(({ name }) => name === column)) {
      throw new AppError('validation', 'columnOptionUnknown', { file, column });
    }
  }
  const names = columnNames(described.map(({ name }) => settings.get(name)?.name ?? name));
  const columns = described.flatMap(({ name, type }, i) => {
    if (settings.get(name)?.skip) return [];
    const chosen = settings.get(name)?.type;
    const column = identifier(name);
    const value =
      converted.get(name) ??
      (chosen === undefined ? plain(column, type) : sql`CAST(${plain(column, type)} AS ${raw(nativeTypes[chosen])})`);
    return [sql`${value} AS ${identifier(names[i] ?? name)}`];
  });
  return sql`SELECT ${join(columns, ', ')} FROM ${from}`;
}

function plain(column: Sql, type: string): Sql {
  if (type === 'JSON') return sql`(${column} ->> '$')`;
  // Lists, structures and maps: no condition or grid could use them as they are.
  if (/^(?:STRUCT|MAP|UNION)\(|\[\d*\]$/.test(type)) return sql`CAST(to_json(${column}) AS VARCHAR)`;
  if (type.startsWith('ENUM')) return sql`CAST(${column} AS VARCHAR)`;
  return column;
}
