import { identifier, join, literal, raw, type Session, type Sql, sql } from '../../warehouse/index.ts';
import { exactDigits } from '../delimited/cellFacts.ts';
import { maximumObjectBytes } from './split.ts';

/** All lines are looked at for types; objects keep their fields as columns instead of becoming a MAP. */
function readJsonLines(path: string, types: Sql = sql``): Sql {
  return sql`read_json(${literal(path)}, format = 'newline_delimited', records = true, sample_size = -1,
    map_inference_threshold = -1, maximum_object_size = ${raw(String(maximumObjectBytes + 1000))}${types})`;
}

const wholeNumbers = /^(?:U?BIGINT|U?HUGEINT)$/;

/** The rows of JSON lines, with moments as texts. Whole numbers of more than 15 digits are identifiers, and read as the texts that they stand there as. */
export async function withIdentifiers(session: Pick<Session, 'describe' | 'rows'>, path: string): Promise<Sql> {
  const from = readJsonLines(path);
  const described = await session.describe(sql`SELECT * FROM ${from}`);
  const written = described.map(({ name, type }) => ({ name, type: asWritten(type) }));
  const numbers = described.filter(({ type }) => wholeNumbers.test(type) || type === 'DOUBLE');
  // Names that differ by case only are not those of the file any more.
  if (described.some(({ name }) => isRenamed(name, described))) return from;
  const moments = written.some(({ type }, i) => type !== described[i]?.type);
  if (numbers.length === 0) return moments ? readJsonLines(path, typed(written)) : from;
  const limit = raw('9'.repeat(exactDigits));
  const checks = numbers.map(({ name, type }, i) => {
    const column = identifier(name);
    const long = sql`(max(${column}) > ${limit} OR min(${column}) < -${limit})`;
    // With a fraction among them they are measures.
    return sql`${type === 'DOUBLE' ? sql`bool_and(${column} = trunc(${column})) AND ${long}` : long} AS ${raw(`n${i}`)}`;
  });
  const [row] = await session.rows(sql`SELECT ${join(checks, ', ')} FROM ${from}`);
  const long = new Set(numbers.filter((_, i) => row?.[`n${i}`] === true));
  if (long.size === 0 && !moments) return from;
  const names = new Set([...long].map(({ name }) => name));
  return readJsonLines(
    path,
    typed(written.map(({ name, type }) => ({ name, type: names.has(name) ? 'VARCHAR' : type }))),
  );
}

/** DuckDB would turn the moments of an offset from UTC into those of UTC: they are read as texts, and made moments as those of a CSV. */
const asWritten = (type: string) =>
  type === 'TIMESTAMP' ? 'VARCHAR' : type.replaceAll(/ TIMESTAMP(?: WITH TIME ZONE)?(?=[,)[])/g, ' VARCHAR');

function typed(columns: readonly { name: string; type: string }[]): Sql {
  const types = columns.map(({ name, type }) => sql`${literal(name)}: ${literal(type)}`);
  return sql`, columns = {${join(types, ', ')}}`;
}

function isRenamed(name: string, all: readonly { name: string }[]): boolean {
  const base = /^(.*)_\d+$/s.exec(name)?.[1]?.toLowerCase();
  return base !== undefined && all.some((other) => other.name.toLowerCase() === base);
}
