import { randomBytes } from 'node:crypto';
import type { Dataset, ReadOptions } from '#shared/intake/index.ts';
import { tableOf } from '../datasets/index.ts';
import { sql, type Value } from '../warehouse/index.ts';
import type { Workspace } from '../workspace/index.ts';
import { withTexts } from './asTexts.ts';
import type { IntakeContext } from './context.ts';
import { textRows } from './delimited/convertText.ts';
import { mistakenEncoding } from './delimited/judge.ts';
import { splitJson } from './json/split.ts';
import { textsOf } from './jsonl/load.ts';
import { splitJsonLines } from './jsonl/split.ts';
import { load } from './load.ts';
import { type Place, withPlace } from './place.ts';
import { type Recognised, recognise } from './recognise.ts';
import { removeDataset } from './remove.ts';
import type { Source } from './source/source.ts';
import { withStaged } from './source/stage.ts';

/** Some rows of the table, the first of them its header. */
export type TakeRows = (rows: readonly (readonly (string | null)[])[]) => Promise<void>;

export interface ConvertRequest {
  readonly place: Place;
  readonly options: ReadOptions;
  /** Every value as it is written in the file; otherwise as the type of its column reads it. */
  readonly asItStands: boolean;
}

/** What is done with the file as a dataset, beside taking its rows. */
export interface WithDataset {
  /** Makes the dataset that is converted out of the one that was loaded. */
  readonly before?: (dataset: Dataset) => Promise<Dataset>;
  /** After its rows were taken. */
  readonly after?: (dataset: Dataset) => Promise<void>;
}

/**
 * The table of a file as text, row by row. Columns with secrets are in it, too: it is the user's own file. Returns how many
 * rows could not be read.
 */
export async function convertFile(
  workspace: Workspace,
  request: ConvertRequest,
  context: IntakeContext,
  take: TakeRows,
  work: WithDataset = {},
): Promise<number> {
  const { place, options } = request;
  const asText = request.asItStands
    ? await withPlace(workspace.warehouse, place, options, context, {
        one: (source) => textOf(workspace, source, options, context, take),
        many: () => Promise.resolve(null),
      })
    : null;
  return asText ?? loadedTable(workspace, request, context, take, work);
}

/** Null where what the file holds is no text. */
async function textOf(
  workspace: Workspace,
  source: Source,
  options: ReadOptions,
  context: IntakeContext,
  take: TakeRows,
): Promise<number | null> {
  const recognised = await recognise(source, options);
  switch (recognised.format) {
    case 'delimited':
      return delimitedText(workspace, source, recognised, options, context, take);
    case 'json':
    case 'jsonl':
      return objectsText(workspace, source, recognised, context, take);
    case 'xlsx':
    case 'xls':
    case 'parquet':
    case 'sqlite':
    case 'duckdb':
      return null;
  }
}

const asItStands = (object: string) => object;

function objectsText(
  { warehouse }: Workspace,
  source: Source,
  { format, gzip, encoding, text }: Recognised,
  context: IntakeContext,
  take: TakeRows,
): Promise<number> {
  const stage = { extension: `.${format}`, gzip, encoding, plain: false, onNul: () => undefined };
  return withStaged(warehouse, source, stage, context, ({ path }) => {
    const { file } = source;
    const split = (good: string, bad: string) =>
      format === 'json'
        ? splitJson(path, { good, bad }, context, { file, cut: false, head: text[0] ?? '' }, asItStands)
        : splitJsonLines(path, { good, bad }, context, asItStands);
    return textsOf(warehouse, file, split, take);
  });
}

async function delimitedText(
  workspace: Workspace,
  source: Source,
  recognised: Recognised,
  options: ReadOptions,
  context: IntakeContext,
  take: TakeRows,
): Promise<number> {
  const staged = <T>(read: Recognised, work: (path: string) => Promise<T>) =>
    withStaged(
      workspace.warehouse,
      source,
      { extension: '.delimited', gzip: read.gzip, encoding: read.encoding, plain: false, onNul: () => undefined },
      context,
      ({ path }) => work(path),
    );
  const found =
    recognised.onlyAscii && !recognised.sample.whole
      ? await staged(recognised, (path) => mistakenEncoding(path, source.file))
      : null;
  const read = found === null ? recognised : { ...recognised, encoding: found };
  return staged(read, (path) =>
    textRows(
      path,
      source.file,
      { encoding: read.encoding ?? 'utf-8', damageSeen: read.damaged },
      options,
      context,
      take,
    ),
  );
}

async function loadedTable(
  workspace: Workspace,
  { place, options, asItStands }: ConvertRequest,
  context: IntakeContext,
  take: TakeRows,
  { before, after }: WithDataset,
): Promise<number> {
  const name = randomBytes(6).toString('hex');
  const chosen = asItStands ? await withTexts(workspace, place, options, context) : options;
  const loaded = await load(workspace, place, name, chosen, { ...context, allowEmpty: true }, 'keep');
  try {
    const dataset = (await before?.(loaded)) ?? loaded;
    await take([dataset.fields.map((field) => field.name)]);
    const texts = (rows: readonly (readonly Value[])[]) =>
      take(rows.map((row) => row.map((value) => (value === null ? null : String(value)))));
    await workspace.warehouse.stream(sql`SELECT CAST(COLUMNS(*) AS VARCHAR) FROM ${tableOf(dataset)}`, texts, {
      signal: context.signal,
    });
    await after?.(dataset);
    return dataset.quarantined;
  } finally {
    await removeDataset(workspace, loaded.id);
  }
}
