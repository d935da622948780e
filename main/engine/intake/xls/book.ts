import { AppError } from '#shared/errors/index.ts';
import type { Book, SheetRow } from '../sheets/book.ts';
import { truncated } from '../source/errors.ts';
import type { Source } from '../source/source.ts';
import { rowsOf } from './cells.ts';
import { containerMagic, openContainer } from './container.ts';
import { type BiffSheet, readGlobals } from './globals.ts';

/** Bytes of records that are read through within the time that a look may take. */
const smallBytes = 16_000_000;
const rowsAtATime = 500;

/** A workbook of Excel 5 to 2003 (BIFF5 and BIFF8). */
export async function openXls(source: Source): Promise<Book<BiffSheet>> {
  const { file } = source;
  const broken = (detail: string) => truncated(file, 'XLS', detail);
  const stream = await workbookStream(source);
  const globals = readGlobals(stream, file, broken);
  return {
    sheets: globals.sheets,
    isSmall: () => stream.length <= smallBytes,
    async *rows(sheet, facts, first) {
      let some: SheetRow[] = [];
      let given = 0;
      for (const row of rowsOf(stream, sheet, globals, facts, broken)) {
        if (first && row.row < first.from) continue;
        some.push(row);
        if (first && given + some.length >= first.count) break;
        if (some.length < rowsAtATime) continue;
        given += some.length;
        yield some;
        some = [];
      }
      if (some.length > 0) yield some;
    },
  };
}

async function workbookStream(source: Source): Promise<Buffer> {
  const head = await source.read(0, containerMagic.length);
  // Excel 5 could write a workbook without a container.
  if (!head.equals(containerMagic)) return source.read(0, source.bytes);
  const container = await openContainer(source);
  if (container.has('EncryptedPackage')) throw new AppError('validation', 'workbookEncrypted', { file: source.file });
  const name = ['Workbook', 'Book'].find((each) => container.has(each));
  // Another kind of Office file: a document, an e-mail.
  if (name === undefined) throw new AppError('validation', 'fileUnknownFormat', { file: source.file });
  return container.read(name);
}
