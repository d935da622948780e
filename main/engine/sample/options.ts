/** Sizes by number of clients; transactions are exactly 20 a client. */
export const sampleSizes = { S: 2_000, M: 20_000, L: 500_000 } as const;
export type SampleSize = keyof typeof sampleSizes;

/** The seed of the sample that ships: of the first 40 the one in which chance hides the planted truths least at size S. */
export const defaultSeed = 3;

/** The day that the sample stands for: nothing in it is later. Transactions begin 24 months before. */
export const asOf = '2026-10-31';
export const firstDay = '2024-11-01';

export const sampleFiles = {
  clients: '客户清单.csv',
  transactions: '交易流水.parquet',
  applications: '贷款申请事件.csv',
  campaigns: '投放活动.xlsx',
} as const;

export interface SampleOptions {
  size: SampleSize;
  /** A whole number; the same one gives the same bytes. */
  seed?: number | undefined;
  /** The folder to write into; made where it is absent. Files of the same names are replaced, others left alone. */
  out: string;
}

export interface SampleProgress {
  /** The file being made. */
  file: string;
  /** Of the whole work, 0 to 1. */
  share: number;
}

export interface SampleControl {
  signal?: AbortSignal | undefined;
  progress?: ((progress: SampleProgress) => void) | undefined;
}

export interface SampleFile {
  name: string;
  bytes: number;
  /** Readable rows: without the header and the malformed lines. */
  rows: number;
}
