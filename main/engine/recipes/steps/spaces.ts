import { literal, type Sql, sql } from '../../warehouse/index.ts';

/** Spaces of every width, line ends, and marks that no one sees. */
const others =
  '\t\n\v\f\r\u0085\u00a0\u1680\u2000\u2001\u2002\u2003\u2004\u2005\u2006\u2007\u2008\u2009\u200a\u200b\u2028\u2029\u202f\u205f\u3000\ufeff';

/** A text without spaces around it. Not by a pattern: ten times as quick. */
export function trimmedSql(text: Sql): Sql {
  return sql`trim(${text}, ${literal(` ${others}`)})`;
}

/** A text whose runs of spaces are one ordinary space each. */
export function collapsedSql(text: Sql): Sql {
  const ordinary = sql`translate(${text}, ${literal(others)}, ${literal(' '.repeat(others.length))})`;
  return sql`CASE WHEN contains(${ordinary}, '  ') THEN regexp_replace(${ordinary}, ' +', ' ', 'g') ELSE ${ordinary} END`;
}

/** Full-width signs, U+FF01 to U+FF5E, and the wide space, with what each becomes. */
const wide = `${String.fromCharCode(...Array.from({ length: 94 }, (_, i) => 0xff01 + i))}\u3000`;
const narrow = `${String.fromCharCode(...Array.from({ length: 94 }, (_, i) => 0x21 + i))} `;

/** A text in ordinary digits, letters and signs. Most have no others, and telling so takes a tenth of putting them. */
export function halfWidthSql(text: Sql): Sql {
  return sql`CASE WHEN regexp_matches(${text}, '[！-～　]') THEN translate(${text}, ${literal(wide)}, ${literal(narrow)}) ELSE ${text} END`;
}
