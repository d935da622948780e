import { type Session, sql } from '../warehouse/index.ts';
import { listOfRow, rowsOfList } from './keys.ts';
import type { Scratch } from './scratch.ts';

/** The rows of all lists, numbered without gaps between the lists, in the order of their ids. */
export interface RowSpace {
  readonly size: number;
  /** Rows that there are, by list. */
  readonly counts: readonly number[];
  /** One bit for each key that a row can be told by, where another row shares one; 0 elsewhere. */
  readonly bits: Uint8Array;
  /** Rows whose bit of a key is none, because its value joins nobody. */
  readonly silenced: [row: number, bit: number][];
  rowOf(rid: number): number;
  ridOf(row: number): number;
  listOf(row: number): number;
}

export async function rowSpaceOf(session: Session, lists: number, { keys }: Scratch): Promise<RowSpace> {
  const found = await session.rows(
    sql`SELECT ${listOfRow(sql`rid`)} AS list, max(rid) % ${rowsOfList} + 1 AS size, count(*) AS n FROM ${keys} GROUP BY 1`,
  );
  const of = (list: number, figure: 'size' | 'n') =>
    Number(found.find((row) => Number(row.list) === list)?.[figure] ?? 0);
  const bases = [0];
  for (let list = 0; list < lists; list++) bases.push((bases[list] ?? 0) + of(list, 'size'));
  const size = bases[lists] ?? 0;
  const listOf = (row: number): number => {
    let list = 0;
    while (list + 1 < lists && row >= (bases[list + 1] ?? 0)) list++;
    return list;
  };
  return {
    size,
    counts: Array.from({ length: lists }, (_, list) => of(list, 'n')),
    bits: new Uint8Array(size),
    silenced: [],
    rowOf: (rid) => (bases[Math.floor(rid / rowsOfList)] ?? 0) + (rid % rowsOfList),
    ridOf(row) {
      const list = listOf(row);
      return list * rowsOfList + row - (bases[list] ?? 0);
    },
    listOf,
  };
}
