/** A name for a dataset: the file's, without what follows its first extension. */
export function suggestedName(file: string): string {
  return (
    file.replace(
      /(?<=.)\.(?:zip|csv|tsv|tab|txt|dat|xlsx|xlsm|xls|sqlite3?|db3?|duckdb|parquet|jsonl|ndjson|json)?(?:\.gz)?$/i,
      '',
    ) || file
  );
}
