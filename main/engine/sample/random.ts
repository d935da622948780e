import { literal, raw, type Sql, sql } from '../warehouse/index.ts';

/** Pseudo-random SQL expressions: each a pure function of the seed, a salt (what the draw is for) and a row number. */
export interface Random {
  /** Uniform in (0, 1), with 52 bits. */
  uniform(salt: string, row: Sql): Sql;
  /** Standard normal. */
  normal(salt: string, row: Sql): Sql;
  /** 128 random bits, for `slice`: cheaper than four draws where there are millions of rows. */
  bits(salt: string, row: Sql): Sql;
}

/**
 * Draws are taken from MD5 of "seed:salt:row", not from DuckDB's random() or hash(): the one depends on threads, the other
 * may change with a new version. The lower 64 bits, less their last 12, are the 52 bits of a uniform draw.
 */
export function createRandom(seed: number): Random {
  const key = (salt: string, row: Sql) => sql`${literal(`${seed}:${salt}:`)} || (${row})`;
  const uniform: Random['uniform'] = (salt, row) =>
    sql`(((md5_number_lower(${key(salt, row)}) >> 12)::DOUBLE + 0.5) / 4503599627370496.0::DOUBLE)`;
  return {
    uniform,
    normal: (salt, row) =>
      sql`(sqrt(-2 * ln(${uniform(`${salt}.r`, row)})) * cos(2 * pi() * ${uniform(`${salt}.a`, row)}))`,
    bits: (salt, row) => sql`md5_number(${key(salt, row)})`,
  };
}

/** One of the four uniforms of 32 bits that 128 bits hold. */
export function slice(bits: Sql, index: 0 | 1 | 2 | 3): Sql {
  return sql`((((${bits}) >> ${raw(String(32 * index))}) & 4294967295)::UBIGINT::DOUBLE + 0.5) / 4294967296.0::DOUBLE`;
}
