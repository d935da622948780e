import { open, realpath } from 'node:fs/promises';
import { basename, dirname } from 'node:path';
import { convertFile, describeFile, type IntakeContext, load, statIfThere } from '#engine/intake/index.ts';
import { assessDataset } from '#engine/quality/index.ts';
import { addVersion, compareVersions } from '#engine/versions/index.ts';
import { AppError } from '#shared/errors/index.ts';
import { type Dataset, type FileInspection, fileInspectionSchema, type ReadOptions } from '#shared/intake/index.ts';
import { type FileAssessment, fileAssessmentSchema, spoken } from '#shared/quality/index.ts';
import { type FileComparison, fileComparisonSchema, type VersionComparison } from '#shared/versions/index.ts';
import { writeError, writeWhole } from './output.ts';
import { inWorkspace } from './workspace.ts';

/** What loading a file would show. */
export function inspectFile(file: string, options: ReadOptions, context: IntakeContext): Promise<FileInspection> {
  return inWorkspace(null, async (workspace) =>
    fileInspectionSchema.parse(await describeFile(workspace, file, options, context)),
  );
}

/** How good the data of a file are, field by field, against a day (null: today): nothing of it is kept. */
export function assessFile(
  request: { file: string; asOf: string | null; options: ReadOptions },
  context: IntakeContext,
): Promise<FileAssessment> {
  return inWorkspace(null, async (workspace) => {
    const { id, file, sha256, quarantined } = await load(workspace, request.file, 'data', request.options, context);
    const { result } = await assessDataset(workspace, { dataset: id, asOf: request.asOf }, { signal: context.signal });
    return fileAssessmentSchema.parse({ file, sha256, quarantined, ...spoken(result) });
  });
}

/** What moved from one file to a newer one, which is read as the first: columns, rows by key, and field by field. */
export function compareFiles(
  request: { before: string; after: string; key: string | null; options: ReadOptions },
  context: IntakeContext,
): Promise<FileComparison> {
  return inWorkspace(null, async (workspace) => {
    const first = await load(workspace, request.before, 'data', request.options, context);
    const addition = { dataset: first.id, mode: 'replace' as const, place: request.after };
    const { dataset, differences } = await addVersion(workspace, addition, context, async () => undefined);
    const wanted = { dataset: first.id, reference: first.version, current: dataset.version, key: request.key };
    const { result } = await compareVersions(workspace, wanted, { signal: context.signal });
    const said = ({ file, sha256, rows, quarantined }: Dataset) => ({ file, sha256, rows, quarantined });
    return fileComparisonSchema.parse({
      reference: said(first),
      current: said(dataset),
      differences,
      ...pickMoved(result),
    });
  });
}

const pickMoved = ({ keys, fields }: VersionComparison) => ({ keys, fields });

interface Converted {
  readonly rows: number;
  /** Rows of the file that could not be read, and are not in the CSV. */
  readonly leftOut: number;
}

/**
 * Writes the table of a file as CSV (UTF-8, a header, LF): all of it or nothing, and never over the file itself. `text`:
 * every value as it stands.
 */
export async function convertToCsv(
  request: { file: string; to: string; text: boolean; options: ReadOptions },
  context: IntakeContext,
): Promise<Converted> {
  const { file, to, text, options } = request;
  if (await isSame(file, to)) throw new AppError('validation', 'convertOntoItself', { file: basename(file) });
  const toPipe = to === standardOut;
  // The next time, the folder would be read with its own table.
  if (!toPipe && (await isFolder(file)) && (await isSame(file, dirname(to))))
    throw new AppError('validation', 'convertIntoItsFolder', { folder: basename(file), file: basename(to) });
  if (!toPipe && (await isSpecial(to))) throw new AppError('permission', 'outputNotWritable', { path: to });
  let rows = -1;
  let leftOut = 0;
  const converted = (sink: (text: string) => Promise<unknown>) =>
    inWorkspace(null, async (workspace) => {
      leftOut = await convertFile(workspace, file, options, text, context, async (some) => {
        rows += some.length;
        if (some.length > 0) await sink(some.map(csvLine).join(''));
      });
    });
  if (toPipe) await converted(toStandardOut);
  else await writeWhole(dirname(to), basename(to), (path) => toFile(path, converted));
  return { rows, leftOut };
}

/** What `--to` is for a pipe. */
export const standardOut = '-';

function toStandardOut(text: string): Promise<void> {
  return new Promise((resolve, reject) => {
    process.stdout.write(text, (error) => (error ? reject(writeError(error, 'stdout')) : resolve()));
  });
}

async function toFile(path: string, write: (sink: (text: string) => Promise<unknown>) => Promise<void>): Promise<void> {
  const handle = await open(path, 'wx', 0o600);
  try {
    // What went wrong is said here: beyond, it would pass for an error of the table that is being read.
    await write((text) =>
      handle.appendFile(text).catch((error: unknown) => {
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
