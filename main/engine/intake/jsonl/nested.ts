/**
 * An object with the whole numbers of more than 15 digits that stand deeper in it as texts: what becomes a text of JSON would lose
 * them, and nobody would know. Those of the object itself are told column by column.
 */
export function withNestedIdentifiers(object: string): string {
  if (!/\d{16}/.test(object)) return object;
  let depth = 0;
  return object.replace(/"(?:[^"\\]|\\.)*"|[{}[\]]|(?<![\d.eE+])-?\d{16,}(?![\d.eE])/gs, (token) => {
    if (token === '{' || token === '[') depth++;
    else if (token === '}' || token === ']') depth--;
    else if (!token.startsWith('"') && depth > 1) return `"${token}"`;
    return token;
  });
}
