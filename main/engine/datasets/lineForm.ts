import type { Dataset, LineForm, PlacedRow } from '#shared/intake/index.ts';

/** How the lines of a dataset of one file are cut; null where that is not known, or not to be shown. */
export function lineFormOf({ format, options, fields }: Dataset): LineForm | null {
  const { delimiter = ',', quote = '"', columnStarts, escape: mark } = options;
  if (columnStarts !== undefined || mark === '\\') return null;
  const columns = options.columns
    ? options.columns.map(({ column, name = column, skip }) => (skip ? null : name))
    : fields.map(({ name }) => name);
  switch (format) {
    case 'delimited':
      return { delimiter, quote, formulas: quote === '"', columns };
    // Rows of a sheet were quarantined as lines of CSV.
    case 'xlsx':
    case 'xls':
    case 'sqlite':
      return { delimiter, quote, formulas: false, columns };
    case 'json':
    case 'jsonl':
    case 'parquet':
    case 'duckdb':
      return null;
  }
}

/** How the line of a quarantined row is cut, by the fields of the dataset: each of several files has its own way. */
export function lineFormAt(dataset: Dataset, row: Pick<PlacedRow, 'detail'>): LineForm | null {
  if (dataset.parts === undefined) return lineFormOf(dataset);
  const file = fileOf(dataset, row);
  const own = dataset.parts.find((part) => part.file === file)?.lines;
  if (own === undefined) return null;
  // One file may write a name in capitals.
  const named = new Map(dataset.fields.map(({ name }) => [name.toLowerCase(), name]));
  return {
    ...own,
    columns: own.columns.map((name) => (name === null ? null : (named.get(name.toLowerCase()) ?? null))),
  };
}

/** Which of several files a row came from: its detail begins with it. Of names that begin alike, the longest. */
export function fileOf({ parts }: Dataset, { detail }: Pick<PlacedRow, 'detail'>): string | undefined {
  const named = (parts ?? []).map(({ file }) => file).filter((file) => detail.startsWith(`${file}: `));
  return named.toSorted((a, b) => b.length - a.length)[0];
}
