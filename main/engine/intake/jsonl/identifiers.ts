import { identifier, join, literal, raw, type Session, type Sql, sql } from '../../warehouse/index.ts';
import { exactDigits } from '../delimited/cellFacts.ts';
import { maximumObjectBytes } from './split.ts';

/** All lines are looked at for types; objects keep their fields as columns instead of becoming a MAP. */
function readJsonLines(path: string, types: Sql = sql``): Sql {
  return sql`read_json(${literal(path)}, format = 'newline_delimited', records = true, sample_size = -1,
    map_inference_threshold = -1, maximum_object_size = ${raw(String(maximumObjectBytes + 1000))}${types})`;
}

const wholeNumbers = /^(?:U?BIGINT|U?HUGEINT)$/;

/** The rows of JSON lines. Whole numbers of more than 15 digits are identifiers, and read as the texts that they stand there as. */
export async function withIdentifiers(session: Pick<Session, 'describe' | 'rows'>, path: string): Promise<Sql> {
  const from = readJsonLines(path);
  const described = await session.describe(sql`SELECT * FROM ${from}`);
  const numbers = described.filter(({ type }) => wholeNumbers.test(type) || type === 'DOUBLE');
  // Names that differ by case only are not those of the file any more.
  if (numbers.length === 0 || described.some(({ name }) => isRenamed(name, described))) return from;
  const limit = raw('9'.repeat(exactDigits));
  const checks = numbers.map(({ name, type }, i) => {
    const column = identifier(name);
    const long = sql`(max(${column}) > ${limit} OR min(${column}) < -${limit})`;
    // With a fraction among them they are measures.
    return sql`${type === 'DOUBLE' ? sql`bool_and(${column} = trunc(${column})) AND ${long}` : long} AS ${raw(`n${i}`)}`;
  });
  const [row] = await session.rows(sql`SELECT ${join(checks, ', ')} FROM ${from}`);
  const long = new Set(numbers.filter((_, i) => row?.[`n${i}`] === true));
  if (long.size === 0) return from;
  const types = join(
    described.map((column) => sql`${literal(column.name)}: ${literal(long.has(column) ? 'VARCHAR' : column.type)}`),
    ', ',
  );
  return readJsonLines(path, sql`, columns = {${types}}`);
}

function isRenamed(name: string, all: readonly { name: string }[]): boolean {
  const base = /^(.*)_\d+$/s.exec(name)?.[1]?.toLowerCase();
  return base !== undefined && all.some((other) => other.name.toLowerCase() === base);
}
