import { rm } from 'node:fs/promises';
import { AppError } from '#shared/errors/index.ts';
import type { ReadOptions } from '#shared/intake/index.ts';
import { type Session, type Sql, sql } from '../../warehouse/index.ts';
import { columnOptionsOf, hideSkippedCells } from '../delimited/index.ts';
import { loadDelimited } from '../delimited/load.ts';
import { type DelimitedPlan, planColumns } from '../delimited/plan.ts';
import type { LoadedParts, Loading } from '../loading.ts';
import { stagedPath } from '../source/stage.ts';
import type { Book } from './book.ts';
import { type Converted, writeCsv } from './convert.ts';
import { type Layout, layoutOf } from './layout.ts';
import { lookAtSheet, type SheetLook } from './open.ts';
import { blockOf } from './range.ts';
import { remarksOn } from './remarks.ts';
import { textsOf } from './texts.ts';

interface ConvertedSheet {
  readonly look: SheetLook;
  readonly layout: Layout;
  readonly converted: Converted;
}

/** Loads a sheet of a workbook: its rows become a CSV, whose types are known from the cells. */
export async function loadSheet(book: Book, loading: Loading): Promise<LoadedParts> {
  const { warehouse, file, target, context } = loading;
  const csv = await stagedPath(warehouse, '.csv');
  try {
    context.progress?.({ stage: 'reading', share: null });
    const { look, layout, converted } = await convert(book, csv, loading);
    if (converted.rows === 0)
      throw new AppError('validation', layout.headerRows > 0 ? 'fileHeaderOnly' : 'fileNoRows', { file });
    const rows = look.head.filter(({ row }) => row >= layout.firstRow);
    const texts = rows.map((row) => textsOf(row, layout.firstColumn, layout.lastColumn));
    const options = loading.settle(
      layout.names.map((column, i) => ({ column, values: () => texts.map((row) => row[i] ?? null) })),
    );
    const plan = planOf(layout, converted, options, file);
    const source = { path: csv, file, digest: null, encoding: 'utf-8', onlyAscii: false, revise: false } as const;
    const counts = await loadDelimited(warehouse, source, plan, target, context, async (session, { quarantined }) => {
      if (quarantined > 0) await placeInSheet(session, target.quarantine, converted);
      await hideSkippedCells(session, target, plan, quarantined);
    });
    const settings = {
      sheet: look.sheet.name,
      ...(options.range === undefined ? {} : { range: options.range }),
      ...{ header: layout.headerRows > 0, skip: layout.skip, columns: columnOptionsOf(plan) },
    };
    const remarks = remarksOn({ sheet: look.sheet, facts: converted.facts }, layout, converted, false);
    return { rows: counts.rows, quarantined: counts.quarantined, options: settings, remarks };
  } finally {
    await rm(csv, { force: true });
  }
}

async function convert(book: Book, csv: string, { file, options, context }: Loading): Promise<ConvertedSheet> {
  const look = await lookAtSheet(book, options.sheet, blockOf(options.range, file), file, context);
  const layout = layoutOf(look, options, file);
  const converted = await writeCsv(book, look, layout, csv, context);
  if (converted.firstColumn >= layout.firstColumn && converted.lastColumn <= layout.lastColumn) {
    return { look, layout, converted };
  }
  // A later row is wider than the first ones: once more, with the width that is known now.
  await rm(csv, { force: true });
  const settled = { ...options, skip: layout.skip, header: layout.headerRows > 0 };
  const wider = layoutOf(look, settled, file, converted);
  return { look, layout: wider, converted: await writeCsv(book, look, wider, csv, context) };
}

function planOf(layout: Layout, converted: Converted, options: ReadOptions, file: string): DelimitedPlan {
  const types = converted.kinds.types();
  const columns = planColumns(layout.names, () => [], options, file).map((column, i) => {
    const type = column.chosen ? column.type : (types[i] ?? 'text');
    return { ...column, type, format: type === 'date' && !column.chosen ? '%Y-%m-%d' : null };
  });
  return {
    dialect: { delimiter: ',', quote: '"', skip: 0 },
    header: false,
    lineEnd: '\n',
    columns,
    confidence: 1,
    rows: [],
  };
}

/** Quarantined rows carry the line of the CSV; the user knows the rows of the sheet. */
async function placeInSheet(session: Session, quarantine: Sql, converted: Converted): Promise<void> {
  const rows = await session.rows(sql`SELECT DISTINCT line FROM ${quarantine}`);
  const lines = rows.map((row) => Number(row.line));
  const list = (numbers: readonly number[]) => sql`CAST(unnest(string_split(${numbers.join(',')}, ',')) AS BIGINT)`;
  await session.run(sql`UPDATE ${quarantine} SET line = place.sheet_row
    FROM (SELECT ${list(lines)} AS line, ${list(lines.map(converted.rowOf))} AS sheet_row) place
    WHERE ${quarantine}.line = place.line`);
}
