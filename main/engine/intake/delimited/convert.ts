import { open } from 'node:fs/promises';
import { identifier, type Session, sql } from '../../warehouse/index.ts';
import { quarantineTextLength } from '../limits.ts';
import type { LoadTarget } from '../loading.ts';
import { readAt } from '../source/source.ts';
import type { DelimitedPlan } from './plan.ts';
import { conversionDetail, insertQuarantined, rejectedOffsets } from './quarantine.ts';
import { type RecordPlace, recordPlaces } from './records.ts';
import { failsByNullWord, firstFailure, needsConversion, type Readings, selectRows } from './sql.ts';
import { createTable } from './storage.ts';

/**
 * Moves the rows that were read as text into the table with their types. Those whose values don't fit go to the
 * quarantine; DuckDB no longer knows their place in the file then, so they are found by counting records.
 * Returns how many there were; `onFailures` is told first, by column, and may refuse them.
 */
export async function convertRows(
  session: Session,
  path: string,
  plan: DelimitedPlan,
  readings: Readings,
  target: LoadTarget,
  rejects: string,
  onFailures: (byColumn: ReadonlyMap<number, number>, byNullWord: ReadonlySet<number>) => void,
): Promise<number> {
  if (!needsConversion(readings)) return 0;
  const raw = identifier(`raw_${target.id}`);
  const failure = firstFailure(readings);
  // Rows of a table that is not committed yet have ids from 2^55 on: they are numbered here.
  const failed = await session.rows(
    sql`SELECT number - 1 AS row, failed, word
      FROM (SELECT row_number() OVER (ORDER BY rowid) AS number, ${failure} AS failed, ${failsByNullWord(readings)} AS word FROM ${raw})
      WHERE failed IS NOT NULL ORDER BY number`,
  );
  const words = failed.filter(({ word }) => word === true).map((row) => Number(row.failed));
  onFailures(countsOf(failed.map((row) => Number(row.failed))), new Set(words));
  const fitting = sql`(SELECT * FROM ${raw} WHERE ${failure} IS NULL)`;
  await session.run(createTable(plan.columns, target.rows));
  await session.run(sql`INSERT INTO ${target.rows} ${selectRows(readings, fitting)}`);
  if (failed.length > 0) {
    const wanted = new Map(failed.map((row) => [Number(row.row), Number(row.failed)]));
    const places = await placesOf(path, plan, new Set(await rejectedOffsets(session, rejects)), wanted);
    const handle = await open(path, 'r');
    try {
      for (const { place, failed: index } of places) {
        const column = plan.columns[index];
        if (!column) continue;
        const bytes = await readAt(handle, place.start, Math.min(place.end - place.start, quarantineTextLength));
        const row = { line: place.line, column: column.name, reason: 'cast', detail: conversionDetail(column) };
        await session.run(insertQuarantined(target.quarantine, { ...row, text: bytes.toString('utf8') }));
      }
    } finally {
      await handle.close();
    }
  }
  await session.run(sql`DROP TABLE ${raw}`);
  return failed.length;
}

function countsOf(columns: readonly number[]): Map<number, number> {
  const counts = new Map<number, number>();
  for (const column of columns) counts.set(column, (counts.get(column) ?? 0) + 1);
  return counts;
}

interface FailedPlace {
  place: RecordPlace;
  failed: number;
}

/** The n-th row of the table is the n-th record of the file that was not rejected. */
async function placesOf(
  path: string,
  plan: DelimitedPlan,
  rejected: ReadonlySet<number>,
  wanted: ReadonlyMap<number, number>,
): Promise<FailedPlace[]> {
  const found: FailedPlace[] = [];
  let row = 0;
  for await (const place of recordPlaces(path, plan)) {
    // In CR LF files DuckDB's offsets point at the LF before the record.
    if (rejected.has(place.start) || rejected.has(place.start - 1)) continue;
    const failed = wanted.get(row);
    if (failed !== undefined) found.push({ place, failed });
    row++;
    if (found.length === wanted.size) break;
  }
  return found;
}
