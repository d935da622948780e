/** A value that may be bound to a placeholder. */
export type Bindable = string | number | bigint | boolean | null;

/**
 * A piece of SQL with its values apart. Only the functions of this file make one, so text from outside can enter a
 * statement solely as a bound value, a quoted identifier or a quoted literal.
 */
export class Sql {
  readonly strings: readonly string[];
  readonly values: readonly Bindable[];

  /** For this file alone: use `sql`, `identifier`, `literal`, `join` or `raw`. */
  constructor(strings: readonly string[], values: readonly Bindable[]) {
    this.strings = strings;
    this.values = values;
  }

  /** The statement with $1, $2 … in place of its values. */
  get text(): string {
    return this.strings.reduce((text, part, i) => (i === 0 ? part : `${text}$${i}${part}`), '');
  }
}

/** Tagged template: nested fragments are spliced in, everything else is bound as a value (0, '' and false too). */
export function sql(strings: TemplateStringsArray, ...inserts: readonly (Sql | Bindable)[]): Sql {
  const parts: string[] = [strings[0] ?? ''];
  const values: Bindable[] = [];
  inserts.forEach((insert, i) => {
    const after = strings[i + 1] ?? '';
    if (insert instanceof Sql) {
      append(parts, insert.strings[0] ?? '');
      insert.values.forEach((value, k) => {
        values.push(value);
        parts.push(insert.strings[k + 1] ?? '');
      });
      append(parts, after);
    } else {
      values.push(insert);
      parts.push(after);
    }
  });
  return new Sql(parts, values);
}

function append(parts: string[], text: string): void {
  parts[parts.length - 1] = (parts[parts.length - 1] ?? '') + text;
}

/** A quoted name. Callers look it up in the live catalogue first: quoting makes it safe, not right. */
export function identifier(...path: readonly [string, ...string[]]): Sql {
  return new Sql([path.map((name) => `"${name.replaceAll('"', '""')}"`).join('.')], []);
}

/** A quoted text literal, for the places where DuckDB takes no placeholder (options of table functions, SET). */
export function literal(text: string): Sql {
  return new Sql([`'${text.replaceAll("'", "''")}'`], []);
}

/** SQL text of our own: keywords, types and operators out of closed tables. Never for text from outside. */
export function raw(text: string): Sql {
  return new Sql([text], []);
}

/** Fragments with a separator of our own between them. */
export function join(fragments: readonly Sql[], separator: ', ' | ' AND ' | ' OR ' | ' UNION ALL ' | ' '): Sql {
  return fragments.reduce((all, next, i) => (i === 0 ? next : sql`${all}${raw(separator)}${next}`), sql``);
}

/** Text for a LIKE pattern with its wildcards escaped by a backslash: use with ESCAPE '\'. */
export function escapeLike(text: string): string {
  return text.replace(/[\\%_]/g, (mark) => `\\${mark}`);
}
