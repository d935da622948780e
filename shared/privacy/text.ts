import { identifierKind, isCardNumber } from './identifiers.ts';
import { mask } from './mask.ts';

const email = /[^\s@<>"'(),;:=，；：（）]+@[^\s@<>"'(),;:=，；：（）]+\.[a-z]{2,}/gi;
const code = /(?<![0-9a-z])[0-9a-z]{18}(?![0-9a-z])/gi;
const numbers = /\+?\d(?:[ -]?\d)*[Xx]?/g;

/** Free text (a technical message, a line that could not be read) with what is an identifier by content masked. */
export function maskText(text: string): string {
  return text
    .replace(email, (address) => String(mask(address, 'email')))
    .replace(code, (token) => masked(token) ?? token)
    .replace(numbers, maskNumbers);
}

function masked(token: string): string | null {
  const kind = identifierKind(token);
  return kind && String(mask(token, kind));
}

/** Numbers side by side may be one identifier in groups, or several: the longest run that is one counts. */
function maskNumbers(run: string): string {
  const parts = run.split(/([ -])/);
  const out: string[] = [];
  for (let from = 0; from < parts.length; ) {
    const found = longestFrom(parts, from);
    out.push(found?.shown ?? parts[from] ?? '');
    from = found?.next ?? from + 1;
  }
  return out.join('');
}

/** `parts` holds numbers at even places and what is between them at odd ones. */
function longestFrom(parts: readonly string[], from: number): { shown: string; next: number } | null {
  if (from % 2 === 1) return null;
  const last = Math.min(parts.length - 1, from + 2 * longestGroups);
  for (let to = last - (last % 2); to >= from; to -= 2) {
    const token = parts.slice(from, to + 1).join('');
    const shown = isDatesInARow(parts.slice(from, to + 1)) ? null : masked(token);
    if (shown !== null) return { shown, next: to + 1 };
  }
  return null;
}

/** Groups of an identifier that is written with gaps. */
const longestGroups = 6;

/** Dates in a row pass the check of cards one time in ten, but cards are not written in groups of two. */
function isDatesInARow(parts: readonly string[]): boolean {
  return parts.length > 1 && isCardNumber(parts.join('')) && parts.some((part) => /^\d{1,2}$/.test(part));
}
