import type { Encoding, FileFormat, ReadOptions } from '#shared/intake/index.ts';
import { detectEncoding, markLength } from './detect/encoding.ts';
import { detectFormat } from './detect/format.ts';
import { decodeSample, type Sample, takeSample } from './detect/sample.ts';
import type { Source } from './source/source.ts';

/** What a file is, before anything is said about its columns. */
export interface Recognised {
  readonly format: FileFormat;
  readonly gzip: boolean;
  /** Null for formats that have none of their own. */
  readonly encoding: Encoding | null;
  readonly bom: boolean;
  /** Of the encoding, 0 to 1. */
  readonly confidence: number;
  /** UTF-8 only because nothing was seen but ASCII, which many encodings share. */
  readonly onlyAscii: boolean;
  /** UTF-8, and some of it is damaged. */
  readonly damaged: boolean;
  /** NUL bytes are left out of the text. */
  readonly withoutNul?: boolean;
  /** Pieces of the text; empty for formats that are none. */
  readonly text: readonly string[];
  readonly sample: Sample;
}

/** Looks at the bytes of a file: packing, format and encoding, as far as the user has not fixed them. */
export async function recognise(source: Source, options: ReadOptions): Promise<Recognised> {
  const sample = await takeSample(source);
  const head = sample.pieces[0] ?? Buffer.alloc(0);
  const detected = detectEncoding(sample.pieces);
  const encoding = options.encoding ?? detected.encoding;
  const text = once(() => decodeSample(sample, encoding));
  const format = options.format ?? detectFormat(head, () => text()[0] ?? '', source.file);
  const common = { format, gzip: sample.gzip, sample };
  switch (format) {
    case 'delimited':
    case 'jsonl':
    case 'json':
      return {
        ...common,
        encoding,
        bom: markLength(head, encoding) > 0,
        confidence: options.encoding === undefined ? detected.confidence : 1,
        onlyAscii: options.encoding === undefined && detected.ascii === true,
        damaged: options.encoding === undefined && detected.damaged === true,
        text: text(),
      };
    case 'xlsx':
    case 'xls':
    case 'sqlite':
    case 'duckdb':
    case 'parquet':
      return { ...common, encoding: null, bom: false, confidence: 1, onlyAscii: false, damaged: false, text: [] };
  }
}

function once<T>(make: () => T): () => T {
  let made: { value: T } | undefined;
  return () => {
    made ??= { value: make() };
    return made.value;
  };
}
