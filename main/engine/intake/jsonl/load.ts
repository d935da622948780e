import { rm } from 'node:fs/promises';
import { AppError } from '#shared/errors/index.ts';
import { maskJsonLine } from '#shared/privacy/json.ts';
import { literal, type Sql, sql, type Warehouse } from '../../warehouse/index.ts';
import { accounted } from '../accounting.ts';
import { createQuarantine } from '../delimited/quarantine.ts';
import type { LoadedParts, Loading } from '../loading.ts';
import { hideSkipped, seenBy } from '../secrets.ts';
import { selectColumns } from '../selectColumns.ts';
import { stagedPath } from '../source/stage.ts';
import { conversionsOf } from './conversions.ts';
import { flattened } from './flat.ts';
import { withIdentifiers } from './identifiers.ts';
import { fittingRows, misfitsOf, setAside } from './misfits.ts';
import { type SplitCounts, splitJsonLines } from './split.ts';
import { textsOfObjects } from './texts.ts';

/** Takes a text apart: objects as lines into one file, what is none into another. */
type Split = (good: string, bad: string) => Promise<SplitCounts>;

/** Loads JSON lines: each line is checked here, since DuckDB stops at the first bad one or says nothing of its place. */
export function loadJsonLines(loading: Loading): Promise<LoadedParts> {
  return loadObjects(loading, (good, bad) => splitJsonLines(loading.path, { good, bad }, loading.context));
}

/** Loads the objects that `split` writes as lines to `good`, and to `bad` what is none. */
export async function loadObjects(loading: Loading, split: Split): Promise<LoadedParts> {
  const { warehouse, file, target, context } = loading;
  const good = await stagedPath(warehouse, '.jsonl');
  const bad = await stagedPath(warehouse, '.csv');
  try {
    context.progress?.({ stage: 'reading', share: null });
    const counts = await split(good, bad);
    requireGood(counts, file);
    return await warehouse.transaction(async (session) => {
      const from = await flattened(session, await withIdentifiers(session, good));
      const described = await session.describe(sql`SELECT * FROM ${from}`);
      const options = loading.settle(await seenBy(session, described, from));
      const conversions = await conversionsOf(session, described, from, options);
      await session.run(createQuarantine(target.quarantine));
      const misfits = await misfitsOf(session, conversions, from, target);
      const rows = misfits.size === 0 ? from : sql`${fittingRows(target)}`;
      const select = selectColumns(described, rows, options, file, conversions.values);
      await session.run(sql`CREATE TABLE ${target.rows} AS ${select}`, {
        signal: context.signal,
        onProgress: (share) => context.progress?.({ stage: 'loading', share }),
      });
      if (misfits.size > 0) await setAside(session, good, counts, misfits, target);
      if (counts.bad > 0) await session.run(sql`INSERT INTO ${target.quarantine} SELECT * FROM ${readBad(bad)}`);
      const skipped = (options.columns ?? [])
        .filter(({ skip }) => skip)
        .map(({ column }) => [column, 'secret'] as const);
      const aside = counts.bad + misfits.size;
      if (aside > 0 && skipped.length > 0)
        await hideSkipped(session, target.quarantine, (line) => maskJsonLine(line, skipped));
      const settings = options.columns ? { columns: options.columns } : {};
      const loaded = counts.good - misfits.size;
      if (loaded === 0 && !context.allowEmpty) {
        const [line = 0] = misfits.keys();
        throw new AppError('validation', 'fileNoUsableRows', { file, rejected: aside, line: counts.lineOf(line) });
      }
      const { forms, remarks } = conversions;
      const accounting = accounted(loaded, aside, { blank: counts.blank, header: counts.header ?? 0 });
      return { rows: loaded, quarantined: aside, options: settings, accounting, forms, remarks };
    }, context.signal);
  } finally {
    await Promise.all([good, bad].map((staged) => rm(staged, { force: true })));
  }
}

function requireGood({ good, bad, firstBadLine }: SplitCounts, file: string): void {
  if (good > 0) return;
  throw bad === 0
    ? new AppError('validation', 'fileEmpty', { file })
    : new AppError('validation', 'fileNoUsableRows', { file, rejected: bad, line: firstBadLine });
}

/** The header and the rows, every value as it stands. Returns how many rows could not be read. */
export async function textsOf(
  warehouse: Warehouse,
  file: string,
  split: Split,
  take: Parameters<typeof textsOfObjects>[1],
): Promise<number> {
  const good = await stagedPath(warehouse, '.jsonl');
  const bad = await stagedPath(warehouse, '.csv');
  try {
    const counts = await split(good, bad);
    requireGood(counts, file);
    await textsOfObjects(good, take);
    return counts.bad;
  } finally {
    await Promise.all([good, bad].map((staged) => rm(staged, { force: true })));
  }
}

function readBad(path: string): Sql {
  return sql`read_csv(${literal(path)}, auto_detect = false, header = false, delim = ',', quote = '"', escape = '"',
    nullstr = '', max_line_size = 4000000,
    columns = {'line': 'BIGINT', 'column_name': 'VARCHAR', 'reason': 'VARCHAR', 'detail': 'VARCHAR', 'text': 'VARCHAR'})`;
}
