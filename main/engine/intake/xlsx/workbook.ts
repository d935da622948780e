import { AppError } from '#shared/errors/index.ts';
import type { SheetInfo } from '../sheets/book.ts';
import { kindOfFormat, type NumberKind } from '../sheets/dates.ts';
import { truncated } from '../source/errors.ts';
import type { Zip, ZipEntry } from '../zip/directory.ts';
import { createStrings, type Strings } from './strings.ts';
import { attribute, createXmlParser, type XmlHandler } from './xml.ts';

export interface Sheet extends SheetInfo {
  readonly entry: ZipEntry;
}

/** What is needed to read the cells of a workbook. */
export interface Workbook {
  readonly sheets: readonly Sheet[];
  readonly date1904: boolean;
  /** What each cell style makes of a number. */
  readonly styles: readonly NumberKind[];
  readonly strings: ZipEntry | undefined;
}

const nothing: XmlHandler = { open: () => undefined, text: () => undefined, close: () => undefined };

/** Feeds a part of the workbook to a handler; `done` may end it early. */
async function parsePart(
  zip: Zip,
  entry: ZipEntry,
  handler: Partial<XmlHandler>,
  done: () => boolean = () => false,
): Promise<void> {
  const parser = createXmlParser({ ...nothing, ...handler });
  const decoder = new TextDecoder('utf-8');
  for await (const chunk of zip.read(entry)) {
    parser.push(decoder.decode(chunk, { stream: true }));
    if (done()) return;
  }
}

interface Relation {
  readonly type: string;
  readonly target: string;
}

export async function readWorkbook(zip: Zip): Promise<Workbook> {
  const top = await relations(zip, '_rels/.rels', '');
  const main = [...top.values()].find(({ type }) => type.endsWith('/officeDocument'))?.target ?? 'xl/workbook.xml';
  const entry = zip.find(main);
  // A zip that is no workbook: a document, a folder of files.
  if (!entry) throw new AppError('validation', 'fileUnknownFormat', { file: zip.file });
  const folder = main.slice(0, main.lastIndexOf('/') + 1);
  const parts = await relations(zip, `${folder}_rels/${main.slice(folder.length)}.rels`, folder);
  const named: { name: string; id: string; hidden: boolean }[] = [];
  let date1904 = false;
  await parsePart(zip, entry, {
    open(name, tag) {
      // Extensions have elements of the same name.
      if (name === 'workbookPr') date1904 ||= /^(1|true)$/.test(attribute(tag, 'date1904') ?? '');
      if (name === 'sheet')
        named.push({
          name: attribute(tag, 'name') ?? '',
          id: attribute(tag, 'r:id') ?? attribute(tag, 'id') ?? '',
          hidden: /hidden$/i.test(attribute(tag, 'state') ?? ''),
        });
    },
  });
  const sheets = named.flatMap(({ name, id, hidden }): Sheet[] => {
    const part = parts.get(id);
    const sheet = part?.type.endsWith('/worksheet') ? zip.find(part.target) : undefined;
    return sheet ? [{ name, hidden, entry: sheet }] : [];
  });
  if (sheets.length === 0) throw truncated(zip.file, 'XLSX', 'no worksheet');
  const partOf = (type: string) => [...parts.values()].find((part) => part.type.endsWith(`/${type}`))?.target;
  const styles = zip.find(partOf('styles') ?? `${folder}styles.xml`);
  return {
    sheets,
    date1904,
    styles: styles ? await readStyles(zip, styles) : [],
    strings: zip.find(partOf('sharedStrings') ?? `${folder}sharedStrings.xml`),
  };
}

async function relations(zip: Zip, path: string, folder: string): Promise<Map<string, Relation>> {
  const found = new Map<string, Relation>();
  const entry = zip.find(path);
  if (!entry) return found;
  await parsePart(zip, entry, {
    open(name, tag) {
      if (name !== 'Relationship') return;
      const target = attribute(tag, 'Target') ?? '';
      found.set(attribute(tag, 'Id') ?? '', {
        type: attribute(tag, 'Type') ?? '',
        target: target.startsWith('/') ? target.slice(1) : resolved(folder + target),
      });
    },
  });
  return found;
}

function resolved(path: string): string {
  const parts: string[] = [];
  for (const part of path.split('/')) {
    if (part === '..') parts.pop();
    else if (part !== '.') parts.push(part);
  }
  return parts.join('/');
}

async function readStyles(zip: Zip, entry: ZipEntry): Promise<NumberKind[]> {
  const codes = new Map<number, string>();
  const styles: NumberKind[] = [];
  let inCells = false;
  await parsePart(zip, entry, {
    open(name, tag) {
      if (name === 'numFmt') codes.set(Number(attribute(tag, 'numFmtId')), attribute(tag, 'formatCode') ?? '');
      if (name === 'cellXfs') inCells = true;
      if (name === 'xf' && inCells) {
        const id = Number(attribute(tag, 'numFmtId') ?? 0);
        styles.push(kindOfFormat(id, codes.get(id)));
      }
    },
    close(name) {
      if (name === 'cellXfs') inCells = false;
    },
  });
  return styles;
}

/** The shared texts, up to the `last` that is needed. Runs are joined, readings (phonetic hints) left out. */
export async function readStrings(zip: Zip, entry: ZipEntry, last = Number.POSITIVE_INFINITY): Promise<Strings> {
  const strings = createStrings();
  let text = '';
  let inText = false;
  let inReading = false;
  await parsePart(
    zip,
    entry,
    {
      open(name) {
        if (name === 'si') text = '';
        else if (name === 't') inText = true;
        else if (name === 'rPh') inReading = true;
      },
      text(more) {
        if (inText && !inReading) text += more;
      },
      close(name) {
        if (name === 't') inText = false;
        else if (name === 'rPh') inReading = false;
        else if (name === 'si') strings.add(text.includes('\r') ? text.replace(/\r\n?/g, '\n') : text);
      },
    },
    () => strings.length > last,
  );
  return strings;
}
