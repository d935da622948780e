import { type Preview, type ReadOptions, suggestedName } from '#shared/intake/index.ts';
import { mask } from '#shared/privacy/mask.ts';
import { isMasked, type Sensitivity } from '#shared/privacy/sensitivity.ts';
import type { Workspace } from '../workspace/index.ts';
import { openBook } from './books.ts';
import type { IntakeContext } from './context.ts';
import { previewDelimited } from './delimited/preview.ts';
import { previewDuckDb } from './duckdb/preview.ts';
import { previewJson } from './json/preview.ts';
import { previewJsonLines } from './jsonl/preview.ts';
import { previewParquet } from './parquet/preview.ts';
import { type Place, withPlace } from './place.ts';
import type { PreviewParts } from './preview.ts';
import { type Recognised, recognise } from './recognise.ts';
import { previewSheet } from './sheets/preview.ts';
import type { Source } from './source/source.ts';
import { previewSqlite } from './sqlite/preview.ts';
import { inspectTogether } from './together/inspect.ts';

/** Says how a file would be read, from its head and a little of the rest. Changes nothing. */
export function inspect(
  workspace: Workspace,
  place: Place,
  options: ReadOptions,
  context: IntakeContext,
): Promise<Preview> {
  return withPlace(workspace.warehouse, place, options, context, {
    one: async (source, archive) => {
      const preview = await inspectSource(workspace, source, options, context);
      return archive
        ? { ...preview, entry: archive.entry, entries: [...archive.entries], disk: archive.slowness() }
        : preview;
    },
    many: (parts) =>
      inspectTogether(
        parts,
        options,
        (part) => part.open((source) => inspectSource(workspace, source, partOptions(options), context), context),
        context,
      ),
  });
}

/** What was said of the table's columns is not said of each file's. */
const partOptions = ({ columns: _, together: __, entry: ___, ...others }: ReadOptions): ReadOptions => others;

export async function inspectSource(
  workspace: Workspace,
  source: Source,
  options: ReadOptions,
  context: IntakeContext,
): Promise<Preview> {
  source.report('reading', null, 0);
  const recognised = await recognise(source, options);
  const parts = await partsOf(workspace, source, recognised, options, context);
  await source.assertUnchanged();
  return {
    file: source.file,
    bytes: source.bytes,
    suggestedName: suggestedName(source.file),
    format: recognised.format,
    gzip: recognised.gzip,
    encoding: recognised.encoding,
    bom: recognised.bom,
    confidence: recognised.confidence,
    delimiter: null,
    quote: null,
    escape: null,
    header: null,
    skip: null,
    headerRows: null,
    comment: null,
    totals: null,
    columnStarts: [],
    sheet: null,
    sheets: [],
    hiddenSheets: [],
    entry: null,
    entries: [],
    together: false,
    noRows: false,
    typesFixed: false,
    remarks: [],
    disk: source.slowness(),
    ...parts,
    sample: parts.sample.map((row) => row.map((value, i) => maskedCell(value, parts.columns[i]?.sensitivity))),
  };
}

function maskedCell(value: string | null, sensitivity: Sensitivity = 'internal'): string | null {
  return value === null || !isMasked(sensitivity) ? value : String(mask(value, sensitivity));
}

function partsOf(
  workspace: Workspace,
  source: Source,
  recognised: Recognised,
  options: ReadOptions,
  context: IntakeContext,
): PreviewParts | Promise<PreviewParts> {
  switch (recognised.format) {
    case 'delimited':
      return previewDelimited(recognised, options, source.file);
    case 'jsonl':
      return previewJsonLines(workspace.warehouse, recognised, options, source.file);
    case 'json':
      return previewJson(workspace.warehouse, recognised, options, source);
    case 'parquet':
      return previewParquet(workspace.warehouse, source, context);
    case 'sqlite':
      return previewSqlite(workspace.warehouse, source, options, context);
    case 'duckdb':
      return previewDuckDb(workspace.warehouse, source, options, context);
    case 'xlsx':
    case 'xls':
      return openBook(recognised.format, source).then((book) => previewSheet(book, options, source.file, context));
  }
}
