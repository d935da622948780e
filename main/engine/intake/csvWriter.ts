import { createWriteStream } from 'node:fs';
import { finished } from 'node:stream/promises';

/** Writes rows as CSV for DuckDB to read: every value quoted, null as nothing. */
interface CsvWriter {
  row(values: readonly (string | null)[]): Promise<void>;
  /** A text as it stands. */
  text(text: string): Promise<void>;
  close(): Promise<void>;
}

const flushAt = 1 << 18;

/** Lets `work` write a CSV, and closes it whatever happens. */
export async function writing<T>(path: string, work: (writer: CsvWriter) => Promise<T>): Promise<T> {
  const writer = createCsvWriter(path);
  let result: T;
  try {
    result = await work(writer);
  } catch (thrown) {
    // Closed all the same; that it could not be is less than what led here.
    await Promise.allSettled([writer.close()]);
    throw thrown;
  }
  await writer.close();
  return result;
}

export function createCsvWriter(path: string): CsvWriter {
  const out = createWriteStream(path, { mode: 0o600, flags: 'wx' });
  // Waited for by whoever writes next; without a listener a full disk would end the process.
  let failure: unknown;
  out.on('error', (error) => {
    failure = error;
  });
  let pending = '';
  const flush = async () => {
    if (failure !== undefined) throw failure;
    const text = pending;
    pending = '';
    if (!out.write(text)) {
      await new Promise<void>((resolve) => {
        const go = () => {
          out.off('drain', go);
          out.off('error', go);
          resolve();
        };
        out.on('drain', go);
        out.on('error', go);
      });
    }
    if (failure !== undefined) throw failure;
  };
  const text = async (more: string) => {
    pending += more;
    if (pending.length >= flushAt) await flush();
  };
  return {
    text,
    row: (values) => text(`${values.map(quoted).join(',')}\n`),
    async close() {
      if (failure === undefined) await flush();
      out.end();
      await finished(out);
    },
  };
}

function quoted(value: string | null): string {
  return value === null ? '' : `"${value.replaceAll('"', '""')}"`;
}
