import { type MatchDefinition, newSalt } from '#shared/matching/index.ts';
import { type Sql, sql } from '../warehouse/index.ts';
import type { Workspace } from '../workspace/index.ts';
import type { Scratch } from './scratch.ts';

const setting = 'matching.salt';

/**
 * A table with one row: rows, what decisions are hashed with; clients, what numbers of clients are. A table, because statements are
 * shown to say how a figure was computed. Decisions of a definition without a salt are as they were kept before there was one.
 */
export function saltTable(workspace: Workspace, { salt }: MatchDefinition, scratch: Scratch): Sql {
  return sql`CREATE TABLE ${scratch.salt} AS SELECT ${salt ?? ''} AS rows, ${salt ?? saltOf(workspace)} AS clients`;
}

function saltOf({ catalogue }: Workspace): string {
  const kept = catalogue.settings.get(setting);
  if (kept !== undefined) return kept;
  const drawn = newSalt();
  catalogue.settings.set(setting, drawn);
  return drawn;
}
