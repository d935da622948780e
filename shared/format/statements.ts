/** Names, texts, parameters, brackets, ends of statements, words and the rest. What is quoted is one piece, whatever it holds. */
const pieces = /"(?:[^"]|"")*"|'(?:[^']|'')*'|\$\d+|;\n|[A-Za-z_]\w*|[()]|\s+|[\s\S]/g;

/** Where a line begins, inside a query. */
const clauses = new Set(['FROM', 'WHERE', 'GROUP', 'HAVING', 'ORDER', 'LIMIT', 'UNION', 'QUALIFY']);
const joins = new Set(['JOIN', 'ANTI', 'SEMI', 'LEFT', 'INNER', 'CROSS', 'ASOF']);

/** The statements of a provenance, each with its own parameters: they are counted from $1 in every one. */
export function statementsOf<T>(sql: string, parameters: readonly T[]): { sql: string; parameters: readonly T[] }[] {
  let taken = 0;
  return split(sql).map((statement) => {
    const numbers = statement.flatMap((piece) => (/^\$\d+$/.test(piece) ? [Number(piece.slice(1))] : []));
    const from = taken;
    taken += Math.max(0, ...numbers);
    return { sql: statement.join(''), parameters: parameters.slice(from, taken) };
  });
}

function split(sql: string): string[][] {
  const statements: string[][] = [[]];
  for (const piece of sql.match(pieces) ?? []) {
    if (piece === ';\n') statements.push([]);
    else statements.at(-1)?.push(piece);
  }
  return statements;
}

/** A statement with each clause on a line of its own, longer queries within it further in. Nothing else of it is changed. */
export function inLines(statement: string): string {
  const all = statement.match(pieces) ?? [];
  // For each bracket that is open, whether it holds a query.
  const open: boolean[] = [];
  let lines = '';
  const line = () => {
    lines = `${lines.trimEnd()}\n${'  '.repeat(open.filter((query) => query).length)}`;
  };
  all.forEach((piece, at) => {
    if (piece === '(') {
      open.push(isLongQuery(all, at + 1));
      lines += piece;
      if (open.at(-1)) line();
    } else if (piece === ')') {
      if (open.pop()) line();
      lines += piece;
    } else {
      if ((open.at(-1) ?? true) && beginsLine(all, at)) line();
      lines += /^\s+$/.test(piece) ? (/\s$/.test(lines) ? '' : ' ') : piece;
    }
  });
  return lines.trim();
}

/** Characters of a query in brackets that are read in one go. */
const shortQuery = 120;

function isLongQuery(all: readonly string[], from: number): boolean {
  if (!/^(SELECT|WITH)$/.test(all[from] ?? '')) return false;
  let [depth, length] = [1, 0];
  for (let at = from; at < all.length && depth > 0 && length <= shortQuery; at++) {
    const piece = all[at] ?? '';
    if (piece === '(') depth++;
    else if (piece === ')') depth--;
    length += piece.length;
  }
  return length > shortQuery;
}

/** Only words in capitals, as the engine writes them: in small letters they are names and functions. */
function beginsLine(all: readonly string[], at: number): boolean {
  const word = all[at] ?? '';
  if (word === 'SELECT') return at > 0 && all[at - 1] !== '(';
  if (clauses.has(word)) return true;
  // Of LEFT JOIN only the first word begins one.
  return joins.has(word) && !joins.has(all[at - 2] ?? '');
}
