import { AppError } from '#shared/errors/index.ts';
import type { SheetInfo } from '../sheets/book.ts';
import { kindOfFormat, type NumberKind } from '../sheets/dates.ts';
import { type BiffRecord, records, recordTypes } from './records.ts';
import { createPieceReader, decoderOf } from './texts.ts';

export interface BiffSheet extends SheetInfo {
  /** Where its records begin in the stream. */
  readonly offset: number;
}

/** What a workbook says for all its sheets. */
export interface Globals {
  readonly biff8: boolean;
  readonly decoder: TextDecoder;
  readonly date1904: boolean;
  readonly sheets: readonly BiffSheet[];
  readonly styles: readonly NumberKind[];
  readonly strings: readonly string[];
}

const worksheet = 0;

export function readGlobals(stream: Buffer, file: string, broken: (detail: string) => Error): Globals {
  const [bof] = records(stream, 0, broken);
  const version = bof?.type === recordTypes.bof && bof.pieces[0].length >= 4 ? bof.pieces[0].readUInt16LE(0) : 0;
  // Excel 4 and older: one sheet, other records.
  if (version !== 0x600 && version !== 0x500) throw new AppError('validation', 'workbookTooOld', { file });
  const biff8 = version === 0x600;
  const names: { offset: number; hidden: boolean; name: Buffer }[] = [];
  const codes = new Map<number, string>();
  const formats: number[] = [];
  let strings: string[] = [];
  let date1904 = false;
  let codePage = 1252;
  const decoder = () => decoderOf(codePage);
  for (const record of records(stream, 0, broken)) {
    const [data] = record.pieces;
    if (record.type === recordTypes.eof) break;
    switch (record.type) {
      case recordTypes.filePass:
        throw new AppError('validation', 'workbookEncrypted', { file });
      case recordTypes.codePage:
        if (data.length >= 2) codePage = data.readUInt16LE(0);
        break;
      case recordTypes.dateMode:
        date1904 = data[0] === 1;
        break;
      case recordTypes.boundSheet:
        if (data.length >= 7 && data[5] === worksheet)
          names.push({ offset: data.readUInt32LE(0), hidden: (data[4] ?? 0) % 4 !== 0, name: data.subarray(6) });
        break;
      case recordTypes.format:
        if (data.length >= 3) codes.set(data.readUInt16LE(0), formatCode(record, biff8, decoder()));
        break;
      case recordTypes.xf:
        formats.push(data.length >= 4 ? data.readUInt16LE(2) : 0);
        break;
      case recordTypes.sst:
        strings = sharedStrings(record);
        break;
    }
  }
  const sheets = names.map(({ offset, hidden, name }) => ({ offset, hidden, name: sheetName(name, biff8, decoder()) }));
  if (sheets.length === 0) throw broken('no worksheet');
  const styles = formats.map((id) => kindOfFormat(id, codes.get(id)));
  return { biff8, decoder: decoder(), date1904, sheets, styles, strings };
}

function sheetName(name: Buffer, biff8: boolean, decoder: TextDecoder): string {
  const length = name[0] ?? 0;
  return biff8 ? createPieceReader([name.subarray(1)]).text(length) : decoder.decode(name.subarray(1, 1 + length));
}

function formatCode({ pieces }: BiffRecord, biff8: boolean, decoder: TextDecoder): string {
  const [data] = pieces;
  if (!biff8) return decoder.decode(data.subarray(3, 3 + (data[2] ?? 0)));
  const reader = createPieceReader(pieces);
  reader.skip(2);
  return reader.text(reader.u16());
}

function sharedStrings({ pieces }: BiffRecord): string[] {
  const reader = createPieceReader(pieces);
  reader.skip(4);
  const count = reader.u32();
  const strings: string[] = [];
  while (strings.length < count && !reader.ended) strings.push(reader.text(reader.u16()));
  return strings;
}
