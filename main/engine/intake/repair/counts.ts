import type { Accounting, Dataset, FilePart } from '#shared/intake/index.ts';

/** A row that moves out of the quarantine (1), or back into it (-1): every count of the dataset follows. */
export function moved(dataset: Dataset, by: 1 | -1, file: string | undefined): Partial<Dataset> {
  const { rows, quarantined, accounting, parts } = dataset;
  return {
    rows: rows + by,
    quarantined: quarantined - by,
    ...(accounting === undefined ? {} : { accounting: movedIn(accounting, by) }),
    ...(parts === undefined ? {} : { parts: parts.map((part) => (part.file === file ? movedInPart(part, by) : part)) }),
  };
}

const movedIn = (accounting: Accounting, by: number): Accounting => ({
  ...accounting,
  loaded: accounting.loaded + by,
  quarantined: accounting.quarantined - by,
});

const movedInPart = (part: FilePart, by: number): FilePart => ({
  ...part,
  rows: part.rows + by,
  quarantined: part.quarantined - by,
  ...(part.accounting === undefined ? {} : { accounting: movedIn(part.accounting, by) }),
});
