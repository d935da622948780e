import { identifier, type Session, type Sql, sql } from '../../warehouse/index.ts';
import { conversionDetail, insertQuarantined } from '../delimited/quarantine.ts';
import { quarantineTextLength } from '../limits.ts';
import type { LoadTarget } from '../loading.ts';
import { linesOf } from '../source/lines.ts';
import type { Conversions } from './conversions.ts';
import { maximumObjectBytes, type SplitCounts } from './split.ts';

interface Misfit {
  readonly name: string;
  readonly type: Conversions['columns'][number]['type'];
}

const numbered = ({ id }: LoadTarget): Sql => identifier(`numbered_${id}`);

/** The rows of which every value is what its column was said to be, after `misfitsOf`. */
export const fittingRows = (target: LoadTarget): Sql => sql`(SELECT * EXCLUDE (misfit_column) FROM ${numbered(target)}
  WHERE misfit_column IS NULL)`;

/** Which rows, from 1, hold what their column was said to be and is not; the rows stay in a table of their own where there are some. */
export async function misfitsOf(
  session: Session,
  { failed, columns }: Conversions,
  from: Sql,
  target: LoadTarget,
): Promise<ReadonlyMap<number, Misfit>> {
  if (failed === null) return new Map();
  const [count] = await session.rows(sql`SELECT count(*) AS misfits FROM ${from} WHERE ${failed} IS NOT NULL`);
  if (Number(count?.misfits ?? 0) === 0) return new Map();
  await session.run(sql`CREATE TEMP TABLE ${numbered(target)} AS SELECT *, ${failed} AS misfit_column FROM ${from}`);
  // Rows of a table that is not committed yet have ids from 2^55 on: they are numbered here.
  const rows = await session.rows(
    sql`SELECT number, misfit_column FROM (SELECT row_number() OVER (ORDER BY rowid) AS number, misfit_column
      FROM ${numbered(target)}) WHERE misfit_column IS NOT NULL ORDER BY number`,
  );
  return new Map(
    rows.flatMap(({ number, misfit_column: at }) => {
      const column = columns[Number(at)];
      return column === undefined ? [] : [[Number(number), column]];
    }),
  );
}

/** Puts the objects of such rows into the quarantine, with their lines in the file. */
export async function setAside(
  session: Session,
  good: string,
  counts: SplitCounts,
  misfits: ReadonlyMap<number, Misfit>,
  target: LoadTarget,
): Promise<void> {
  for await (const { line, bytes } of linesOf(good, maximumObjectBytes)) {
    const misfit = misfits.get(line);
    if (!misfit) continue;
    const row = { line: counts.lineOf(line), column: misfit.name, reason: 'cast', detail: conversionDetail(misfit) };
    const text = bytes.toString('utf8').slice(0, quarantineTextLength);
    await session.run(insertQuarantined(target.quarantine, { ...row, text }));
  }
  await session.run(sql`DROP TABLE ${numbered(target)}`);
}
