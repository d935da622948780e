import { readdir } from 'node:fs/promises';
import { basename, join } from 'node:path';
import { AppError } from '#shared/errors/index.ts';
import type { ReadOptions } from '#shared/intake/index.ts';
import type { Warehouse } from '../warehouse/index.ts';
import { byName, isLitter, isOfficeFile, membersOf } from './archive/members.ts';
import { withMember } from './archive/unpack.ts';
import type { IntakeContext } from './context.ts';
import { orCancelled } from './source/orCancelled.ts';
import { sha256Of } from './source/sha256Of.ts';
import { type Source, withSource } from './source/source.ts';
import { statIfThere } from './source/statIfThere.ts';
import { openZip, type Zip, type ZipEntry } from './zip/directory.ts';

/** What an analyst chose: a file, a folder, or several files. */
export type Place = string | readonly string[];

/** One of several files that become one table. */
export interface Part {
  /** Its name without what all have in common. */
  readonly name: string;
  open<T>(work: (source: Source) => Promise<T>, context: IntakeContext): Promise<T>;
}

/** The files that become one table, with what they are together. */
export interface Parts {
  readonly file: string;
  readonly all: readonly Part[];
  /** In a zip: its files. */
  readonly entries: readonly string[];
}

/** The archive that a file was unpacked from. */
export interface Archive {
  readonly entry: string;
  readonly entries: readonly string[];
  /** Of the archive, which is the file that the analyst knows. */
  facts(): Promise<{ file: string; bytes: number; sha256: string }>;
  /** Of the disk that the archive lies on. */
  readonly slowness: Source['slowness'];
}

interface Reader<T> {
  one(source: Source, archive: Archive | null): Promise<T>;
  many(parts: Parts): Promise<T>;
}

const mostFiles = 1000;
const zipMagic = Buffer.from('PK');

/** Opens what was chosen: one file, perhaps out of an archive, or several. */
export async function withPlace<T>(
  warehouse: Warehouse,
  place: Place,
  options: ReadOptions,
  context: IntakeContext,
  reader: Reader<T>,
): Promise<T> {
  if (typeof place !== 'string') return reader.many(partsOf(place, namesOf(place)));
  const { signal } = context;
  if ((await orCancelled(statIfThere(place), signal))?.isDirectory())
    return reader.many(await orCancelled(folderParts(place), signal));
  const read = async (source: Source) => {
    const zip = await archiveOf(source, options);
    if (zip === null) return reader.one(source, null);
    const members = membersOf(zip);
    const entries = members.map(({ name }) => name);
    const done = async (result: T) => {
      await source.assertUnchanged();
      return result;
    };
    if (options.together) return done(await reader.many(zipParts(warehouse, source, zip, members)));
    const wanted = options.entry ?? entries[0];
    // Of two with the very same name the later one is what an unpacker would leave.
    const entry = members.findLast(({ name }) => name === wanted);
    if (!entry) throw new AppError('notFound', 'entryMissing', { file: source.file, entry: wanted ?? '' });
    const facts = async () => ({ file: source.file, bytes: source.bytes, sha256: await sha256Of(source, context) });
    return done(
      await withMember(warehouse, source, zip, entry, context, (inner) =>
        reader.one(inner, { entry: entry.name, entries, facts, slowness: source.slowness }),
      ),
    );
  };
  return withSource(place, read, { context });
}

/** The zip of several files that a source is; null for everything else, workbooks too. */
async function archiveOf(source: Source, options: ReadOptions): Promise<Zip | null> {
  if (options.format === 'xlsx' && options.entry === undefined) return null;
  const head = await source.read(0, 4);
  if (!head.subarray(0, 2).equals(zipMagic) || head.length < 4 || ![3, 5].includes(head[2] ?? 0)) return null;
  // What is damaged is told by who reads it: a workbook is called one.
  if (/\.xls[xmb]?$/i.test(source.file)) return null;
  const zip = await openZip(source);
  return isOfficeFile(zip) ? null : zip;
}

function partsOf(paths: readonly string[], file: string): Parts {
  if (paths.length === 0) throw new AppError('validation', 'archiveEmpty', { file });
  tooMany(paths.length, file);
  const all = paths.map(
    (path): Part => ({ name: basename(path), open: (work, context) => withSource(path, work, { context }) }),
  );
  return { file, all, entries: [] };
}

async function folderParts(folder: string): Promise<Parts> {
  const entries = await readdir(folder, { withFileTypes: true });
  const files = entries.filter((entry) => entry.isFile() && !isLitter(entry.name)).map(({ name }) => name);
  return partsOf(
    files.toSorted(byName).map((name) => join(folder, name)),
    basename(folder),
  );
}

function zipParts(warehouse: Warehouse, source: Source, zip: Zip, members: readonly ZipEntry[]): Parts {
  tooMany(members.length, zip.file);
  const all = members.map(
    (entry): Part => ({
      name: entry.name,
      open: (work, context) => withMember(warehouse, source, zip, entry, context, work),
    }),
  );
  return { file: zip.file, all, entries: members.map(({ name }) => name) };
}

function tooMany(count: number, file: string): void {
  if (count > mostFiles) throw new AppError('validation', 'togetherTooMany', { file, count, limit: mostFiles });
}

const namesOf = (paths: readonly string[]) => `${basename(paths[0] ?? '')} + ${paths.length - 1}`;
