import { AppError } from '#shared/errors/index.ts';
import type { StepOf } from '#shared/recipes/index.ts';
import { raw, type Sql, sql } from '../../warehouse/index.ts';
import { asText, before, columnOf, columnOfType, untouched, withValues } from '../columns.ts';
import type { Built, Column } from '../types.ts';
import { collapsedSql, halfWidthSql, trimmedSql } from './spaces.ts';

function onTexts(
  columns: readonly Column[],
  fields: readonly string[],
  value: (text: Sql) => Sql,
  more: { altered?: true } = {},
): Built {
  for (const field of fields) columnOfType(columns, field, ['text']);
  return { shape: 'cells', columns: withValues(columns, fields, (column) => value(before(column)), more) };
}

export function trim({ fields, collapse }: StepOf<'trim'>, columns: readonly Column[]): Built {
  return onTexts(columns, fields, (text) => sql`nullif(${trimmedSql(collapse ? collapsedSql(text) : text)}, '')`);
}

export function halfWidth({ fields }: StepOf<'halfWidth'>, columns: readonly Column[]): Built {
  return onTexts(columns, fields, halfWidthSql);
}

export function changeCase({ fields, to }: StepOf<'case'>, columns: readonly Column[]): Built {
  return onTexts(columns, fields, (text) => {
    switch (to) {
      case 'upper':
        return sql`upper(${text})`;
      case 'lower':
        return sql`lower(${text})`;
      case 'title':
        return sql`array_to_string(list_transform(string_split(${text}, ' '), lambda word: upper(word[1]) || lower(word[2:])), ' ')`;
    }
  });
}

export function replace(step: StepOf<'replace'>, columns: readonly Column[]): Built {
  const { find, match, ignoreCase } = step;
  const flags = raw(ignoreCase ? "'gi'" : "'g'");
  if (match === 'pattern') refuseMissingGroup(find, step.with);
  const value = (text: Sql): Sql => {
    switch (match) {
      case 'part':
        return ignoreCase
          ? sql`nullif(regexp_replace(${text}, ${escaped(find)}, ${step.with.replaceAll('\\', '\\\\')}, ${flags}), '')`
          : sql`nullif(replace(${text}, ${find}, ${step.with}), '')`;
      case 'whole': {
        const same = ignoreCase ? sql`lower(${text}) = lower(${find})` : sql`${text} = ${find}`;
        return sql`CASE WHEN ${same} THEN nullif(${step.with}, '') ELSE ${text} END`;
      }
      case 'pattern':
        return sql`nullif(regexp_replace(${text}, ${find}, ${step.with}, ${flags}), '')`;
    }
  };
  return onTexts(columns, step.fields, value, keepsForm(step) ? {} : { altered: true });
}

/** Whole cells that are emptied, and the spaces and hyphens of a number, leave every character that a mask shows in its place. */
function keepsForm({ match, find, with: replacement }: StepOf<'replace'>): boolean {
  if (match === 'whole') return replacement === '';
  return match === 'part' && [find, replacement].every((text) => /^[\s\-－‐–—]*$/.test(text));
}

/** A text as a pattern that matches it and nothing else. */
function escaped(text: string): string {
  return text.replace(/[\\^$.*+?()[\]{}|\-/]/g, (mark) => `\\${mark}`);
}

/** DuckDB leaves a cell as it is where the replacement asks for a group that the pattern lacks, and says nothing. */
function refuseMissingGroup(find: string, replacement: string): void {
  const bare = find.replace(/\\.|\[(?:\\.|[^\]\\])*\]/gs, '');
  const groups = [...bare.matchAll(/\((?!\?)|\(\?P?<(?![=!])/g)].length;
  const asked = [...replacement.matchAll(/\\(\\|\d)/g)].map(([, mark]) => (mark === '\\' ? 0 : Number(mark)));
  const group = Math.max(0, ...asked);
  if (group > groups) throw new AppError('validation', 'recipeGroupMissing', { find, group, groups });
}

/** A list of any length is one value of the statement, and is joined: a CASE of thousands would be asked in order. */
export function map({ field, values, others }: StepOf<'map'>, columns: readonly Column[]): Built {
  const column = columnOf(columns, field);
  const pairs = new Map<string, string | null>();
  for (const { from, to } of values) for (const one of from) if (!pairs.has(one)) pairs.set(one, to);
  const list = JSON.stringify([...pairs].map(([f, t]) => ({ f, t })));
  const text = asText(column);
  const altered = column.altered || values.some(({ to }) => to !== null);
  const rest = others === 'keep' ? text : sql`NULL`;
  return {
    shape: 'cells',
    columns: columns.map((each) =>
      each === column
        ? {
            ...untouched(each),
            value: sql`CASE WHEN m.f IS NOT NULL THEN m.t ELSE ${rest} END`,
            touched: true,
            altered,
          }
        : untouched(each),
    ),
    joins: sql` LEFT JOIN (SELECT unnest(from_json(${list}, '[{"f":"VARCHAR","t":"VARCHAR"}]'), recursive := true)) m ON ${text} = m.f`,
  };
}
