import { rm } from 'node:fs/promises';
import type { Warehouse } from '../../warehouse/index.ts';
import { type IntakeContext, stopIfCancelled } from '../context.ts';
import { fileError, truncated } from '../source/errors.ts';
import { type Source, withSource } from '../source/source.ts';
import { requireSpace } from '../source/space.ts';
import { stagedPath } from '../source/stage.ts';
import { writeNew } from '../source/writeNew.ts';
import type { Zip, ZipEntry } from '../zip/directory.ts';

/** Unpacks a file of an archive into the workspace for `work`, and removes it after. */
export async function withMember<T>(
  warehouse: Warehouse,
  source: Source,
  zip: Zip,
  entry: ZipEntry,
  context: IntakeContext,
  work: (source: Source) => Promise<T>,
): Promise<T> {
  const file = `${zip.file}/${entry.name}`;
  const path = await stagedPath(warehouse, '.unpacked');
  try {
    await requireSpace(warehouse.files, entry.size);
    await writeNew(path, unpacked(source, zip, entry, context)).catch((thrown: unknown) => {
      throw fileError(thrown, file);
    });
    // A file inside is told by its own name; the unpacked one has none.
    return await withSource(path, work, { file, context });
  } finally {
    await rm(path, { force: true });
  }
}

/** No more than the archive promised: some unpack to whole disks. */
async function* unpacked(source: Source, zip: Zip, entry: ZipEntry, context: IntakeContext): AsyncGenerator<Buffer> {
  const file = `${zip.file}/${entry.name}`;
  let done = 0;
  for await (const chunk of zip.read(entry)) {
    stopIfCancelled(context);
    done += chunk.length;
    if (done > entry.size) throw truncated(file, 'ZIP', 'more bytes than the directory says');
    const share = Math.min(1, done / entry.size);
    source.report('copying', share, entry.compressed * (1 - share));
    yield chunk;
  }
  if (done < entry.size) throw truncated(file, 'ZIP', 'fewer bytes than the directory says');
}
