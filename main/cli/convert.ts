import { open, realpath } from 'node:fs/promises';
import { basename, dirname } from 'node:path';
import {
  convertFile,
  type IntakeContext,
  repairFromSheet,
  repairSheet,
  sheetFormatOf,
  statIfThere,
} from '#engine/intake/index.ts';
import type { Workspace } from '#engine/workspace/index.ts';
import { AppError, type Locale } from '#shared/errors/index.ts';
import type { Dataset } from '#shared/intake/index.ts';
import type { Command } from './args.ts';
import { writeError, writeWhole } from './output.ts';
import { inWorkspace } from './workspace.ts';

/** What the command says, its paths absolute. */
type ConvertCommand = Extract<Command, { kind: 'convert' }>;

interface Converted {
  readonly rows: number;
  /** Rows that came out of the repair sheet. */
  readonly repaired: number;
  /** Rows of the file that could not be read, and are not in the CSV. */
  readonly leftOut: number;
}

/**
 * Writes the table of a file as CSV (UTF-8, a header, LF): all of it or nothing, and never over the file itself. `locale` is
 * what the reasons in a repair sheet are written in.
 */
export async function convertToCsv(
  request: ConvertCommand,
  locale: Locale,
  context: IntakeContext,
): Promise<Converted> {
  const { file, to, text, options, quarantine, repairs } = request;
  const toPipe = to === standardOut;
  for (const target of [...(toPipe ? [] : [to]), ...(quarantine === null ? [] : [quarantine])])
    await refuseTarget(target, [file, ...(repairs === null ? [] : [repairs])]);
  if (quarantine !== null && !toPipe && (await isSame(quarantine, to)))
    throw new AppError('validation', 'convertOntoItself', { file: basename(to) });
  let rows = -1;
  let repaired = 0;
  let leftOut = 0;
  const converted = (sink: (text: string) => Promise<unknown>) =>
    inWorkspace(null, async (workspace) => {
      const mended = async (dataset: Dataset) => {
        if (repairs === null) return dataset;
        const done = await repairFromSheet(workspace, dataset, repairs, context, async () => undefined);
        repaired = done.repaired;
        return done.dataset;
      };
      const keptApart = async (dataset: Dataset) => {
        if (quarantine !== null) await writeSheet(workspace, dataset, quarantine, locale, context);
      };
      const needsDataset = repairs !== null || quarantine !== null;
      leftOut = await convertFile(
        workspace,
        { place: file, options, asItStands: text },
        context,
        async (some) => {
          rows += some.length;
          if (some.length > 0) await sink(some.map(csvLine).join(''));
        },
        needsDataset ? { before: mended, after: keptApart } : {},
      );
    });
  if (toPipe) await converted(toStandardOut);
  else await writeWhole(dirname(to), basename(to), (path) => toFile(path, converted));
  return { rows, repaired, leftOut };
}

/** A file that may not be written: one that is read, a device, or one in a folder that would be read with it the next time. */
async function refuseTarget(target: string, sources: readonly string[]): Promise<void> {
  for (const source of sources) {
    const file = basename(source);
    if (await isSame(source, target)) throw new AppError('validation', 'convertOntoItself', { file });
    if ((await isFolder(source)) && (await isSame(source, dirname(target))))
      throw new AppError('validation', 'convertIntoItsFolder', { folder: file, file: basename(target) });
  }
  if (await isSpecial(target)) throw new AppError('permission', 'outputNotWritable', { path: target });
}

function writeSheet(
  workspace: Workspace,
  dataset: Dataset,
  target: string,
  locale: Locale,
  { signal }: IntakeContext,
): Promise<void> {
  const how = { format: sheetFormatOf(target), locale, leftOut: 'shown' as const };
  return writeWhole(dirname(target), basename(target), (path) =>
    toFile(path, async (sink) => {
      for await (const bytes of repairSheet(workspace, dataset, how, signal)) await sink(bytes);
    }),
  );
}

/** What `--to` is for a pipe. */
export const standardOut = '-';

function toStandardOut(text: string | Buffer): Promise<void> {
  return new Promise((resolve, reject) => {
    process.stdout.write(text, (error) => (error ? reject(writeError(error, 'stdout')) : resolve()));
  });
}

type Sink = (part: string | Buffer) => Promise<unknown>;

async function toFile(path: string, write: (sink: Sink) => Promise<void>): Promise<void> {
  const handle = await open(path, 'wx', 0o600);
  try {
    // What went wrong is said here: beyond, it would pass for an error of the table that is being read.
    await write((part) =>
      handle.appendFile(part).catch((error: unknown) => {
        throw writeError(error, basename(path));
      }),
    );
    await handle.sync();
  } finally {
    await handle.close();
  }
}

/** A device or a folder, which a file of that name would take the place of. */
async function isSpecial(path: string): Promise<boolean> {
  const found = await statIfThere(path);
  return found !== null && !found.isFile();
}

/** Quotes only where RFC 4180 wants them. A row of one empty value would be a blank line. */
function csvLine(row: readonly (string | null)[]): string {
  const cells = row.map((value) =>
    value !== null && /[",\r\n]/.test(value) ? `"${value.replaceAll('"', '""')}"` : value,
  );
  return row.length === 1 && !cells[0] ? '""\n' : `${cells.map((cell) => cell ?? '').join(',')}\n`;
}

async function isFolder(path: string): Promise<boolean> {
  return (await statIfThere(path))?.isDirectory() ?? false;
}

async function isSame(one: string, other: string): Promise<boolean> {
  const places = await Promise.all([one, other].map((path) => realpath(path).catch(() => path)));
  return places[0] === places[1];
}
