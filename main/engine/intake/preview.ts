import type { Preview } from '#shared/intake/index.ts';

/** What a format has to say of a preview; the rest is the same for all. */
export type PreviewParts = Pick<Preview, 'columns' | 'sample'> &
  Partial<
    Pick<
      Preview,
      | 'confidence'
      | 'delimiter'
      | 'quote'
      | 'header'
      | 'skip'
      | 'headerRows'
      | 'comment'
      | 'totals'
      | 'columnStarts'
      | 'sheet'
      | 'sheets'
      | 'hiddenSheets'
      | 'noRows'
      | 'typesFixed'
      | 'remarks'
    >
  >;

/** A name for a dataset: the file's, without what follows its first extension. */
export function suggestedName(file: string): string {
  return (
    file.replace(
      /(?<=.)\.(?:zip|csv|tsv|tab|txt|dat|xlsx|xlsm|xls|sqlite3?|db3?|duckdb|parquet|jsonl|ndjson|json)?(?:\.gz)?$/i,
      '',
    ) || file
  );
}
