import type { Book } from './sheets/book.ts';
import type { Source } from './source/source.ts';
import { openXls } from './xls/book.ts';
import { openXlsx } from './xlsx/book.ts';

/** Opens a workbook, new or old. */
export function openBook(format: 'xlsx' | 'xls', source: Source): Promise<Book> {
  switch (format) {
    case 'xlsx':
      return openXlsx(source);
    case 'xls':
      return openXls(source);
  }
}
