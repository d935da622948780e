/**
 * The one row that a JSON text is that holds no list of rows, as its own text: an object as a system writes one client. Null for what is
 * no object, and for one with an empty list, which is rather a table without rows.
 */
export function recordOf(text: string): string | null {
  let value: unknown;
  try {
    value = JSON.parse(text);
  } catch {
    return null;
  }
  if (typeof value !== 'object' || value === null || Array.isArray(value)) return null;
  const members: readonly unknown[] = Object.values(value);
  const empty = members.some((member) => Array.isArray(member) && member.length === 0);
  return members.length === 0 || empty ? null : text.trim();
}
