import { readFileSync } from 'node:fs';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { literal, openWarehouse, type Row, raw, sql } from '#engine/warehouse/index.ts';

export const shipped = join(import.meta.dirname, '../../../resources/sample/data');

export type Client = Readonly<Record<string, string>>;

/** The lines of the client list, decoded by the platform, not by the library that encoded them. */
export function clientLines(folder: string): string[] {
  const text = new TextDecoder('gb18030', { fatal: true }).decode(readFileSync(join(folder, '客户清单.csv')));
  return text.split('\r\n').slice(0, -1);
}

/** Readable rows of the client list, repeats among them. No value is quoted. */
export function clientRows(folder: string): Client[] {
  const [header = '', ...lines] = clientLines(folder);
  const names = header.split(',');
  return lines
    .map((line) => line.split(','))
    .filter((cells) => cells.length === names.length)
    .map((cells) => Object.fromEntries(names.map((name, i) => [name, cells[i] ?? ''])));
}

/** One row a client: the first in file order. */
export function uniqueClients(folder: string): Client[] {
  const seen = new Map<string, Client>();
  for (const row of clientRows(folder)) {
    const key = row.客户编号 ?? '';
    if (!seen.has(key)) seen.set(key, row);
  }
  return [...seen.values()];
}

/** Events of the loan applications. */
export function eventRows(folder: string): Client[] {
  const [header = '', ...lines] = readFileSync(join(folder, '贷款申请事件.csv'), 'utf8').split('\n').slice(0, -1);
  const names = header.split(',');
  return lines.map((line) => Object.fromEntries(line.split(',').map((cell, i) => [names[i] ?? '', cell])));
}

/** What a query answers over the transactions, which it finds as `t`. */
export async function transactionRows(folder: string, query: string): Promise<Row[]> {
  const spill = await mkdtemp(join(tmpdir(), 'clientscope-test-'));
  const warehouse = await openWarehouse({ database: ':memory:', files: folder, spill });
  try {
    const file = literal(join(folder, '交易流水.parquet'));
    return await warehouse.rows(sql`WITH t AS (FROM read_parquet(${file})) ${raw(query)}`);
  } finally {
    await warehouse.close();
    await rm(spill, { recursive: true, force: true });
  }
}
