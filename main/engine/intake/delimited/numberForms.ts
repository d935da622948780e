/** How the numbers of a column are written, beyond digits, a point and a sign. */
export interface NumberForm {
  /** What stands between thousands; '' for nothing. */
  readonly group: string;
  readonly decimal: '.' | ',';
  readonly percent: boolean;
  /** Credit or debit stands behind: CR, DR, 贷, 借. What is debited is negative, as on a statement of account. */
  readonly sided: boolean;
}

type Marks = Pick<NumberForm, 'group' | 'decimal'>;

const allMarks: readonly Marks[] = [
  { group: '', decimal: '.' },
  { group: ',', decimal: '.' },
  { group: '.', decimal: ',' },
  { group: '', decimal: ',' },
  { group: ' ', decimal: ',' },
  { group: ' ', decimal: '.' },
  { group: "'", decimal: '.' },
];
/** Each with a pattern of digits that are written so. */
const forms = allMarks.map((marks) => ({ ...marks, pattern: new RegExp(`^(?:${digitsOf(marks)})$`) }));

export const fullWidth = '０１２３４５６７８９．，－＋％（）￥＄　\u00a0\u202f−’';
export const halfWidth = "0123456789.,-+%()¥$   -'";

const currencies: Readonly<Record<string, string>> = {
  ...{ '¥': 'CNY', 元: 'CNY', CNY: 'CNY', RMB: 'CNY', 人民币: 'CNY' },
  ...{ $: 'USD', USD: 'USD', '€': 'EUR', EUR: 'EUR', '£': 'GBP', GBP: 'GBP' },
};
/** In the text of a form. */
const sidedMark = 'D';

/** As part of a pattern, here and in SQL. */
export const currencyPattern = '(?:¥|人民币|CNY|RMB|\\$|USD|€|EUR|£|GBP)';
const dressed = new RegExp(
  `^(\\()?([-+]?) ?(${currencyPattern})? ?([-+]?)(\\d[\\d., ']*|[.,]\\d+) ?(百?万|千万|亿)?(元|${currencyPattern})? ?(%)?(-)?(\\))?(?: ?(CR|DR|贷|借))?$`,
  'i',
);

/** Digits that a whole number without marks may have; longer ones are identifiers. */
const exactDigits = 15;

/**
 * The one form of all values of a column, as `group`, `decimal` and `%`; null where they have none in common, are plain
 * numbers, or could be something else: a list of codes, numbering. `amount`: its name says that it holds amounts.
 */
export function numberFormOf(values: readonly string[], amount = false): string | null {
  const read = allParts(values);
  if (read === null || read.found.length === 0) return null;
  const { found, fitting } = read;
  const kinds = new Set(found.flatMap(({ currency }) => currency ?? []));
  const percents = found.filter(({ percent }) => percent).length;
  if (kinds.size > 1 || (percents !== 0 && percents !== found.length)) return null;
  const said = amount || found.some(({ currency, unit }) => currency !== undefined || unit);
  if (!sidesAreMeant(found)) return null;
  const form = fitting.find(({ group, decimal }) => isMeant(found, group, decimal, said));
  if (!form || !signsAreMeant(found, form.group)) return null;
  const plain = form.group === '' && form.decimal === '.' && !found.some(({ marked }) => marked);
  const long = found.some(({ digits }) => digits.replace(/\D/g, '').length > exactDigits);
  const behind = percents > 0 ? '%' : found.some(({ side }) => side !== undefined) ? sidedMark : '';
  return plain || long ? null : `${form.group}${form.decimal}${behind}`;
}

export function formFrom(text: string): NumberForm {
  const percent = text.endsWith('%');
  const sided = text.endsWith(sidedMark);
  const bare = percent || sided ? text.slice(0, -1) : text;
  return { group: bare.slice(0, -1), decimal: bare.endsWith(',') ? ',' : '.', percent, sided };
}

/** The digits of a number that is written so. */
export function digitsOf({ group, decimal }: Marks): string {
  const point = decimal === '.' ? '\\.' : ',';
  const grouped = group === '' ? '' : `[1-9]\\d{0,2}(?:${group === '.' ? '\\.' : group}\\d{3})+|`;
  // Where no group was seen, 1.234 may be either; 1.234,5 is not.
  if (group === '' && decimal === ',') return `(?:0|[1-9]\\d*)(?:,\\d*)?|,\\d+|[1-9]\\d{0,2}(?:\\.\\d{3})+,\\d+`;
  return `(?:${grouped}0|[1-9]\\d*)(?:${point}\\d*)?|${point}\\d+`;
}

/** 1.234,50 says that its marks are those of a number; 1.234 and 101,102 say nothing. */
function isMeant(found: readonly Parts[], group: string, decimal: '.' | ',', said: boolean): boolean {
  if (group !== '') return groupsAreMeant(found, group, decimal, said);
  const pointed = found.filter(({ digits }) => digits.includes(decimal));
  const open = pointed.length > 0 && pointed.every(({ digits }) => /^\d{1,3}[.,]\d{3}$/.test(digits));
  if (decimal === '.') return !open || found.some(({ percent, unit }) => percent || unit);
  const thousands = pointed.every(({ digits }) => /,\d{3}$/.test(digits));
  return pointed.length > 0 && !thousands && (said || pointed.length === found.length || !pointed.every(isListOfTwo));
}

function groupsAreMeant(found: readonly Parts[], group: string, decimal: '.' | ',', said: boolean): boolean {
  const cents = found.filter(({ digits }) => new RegExp(`\\${decimal}\\d{1,2}$`).test(digits));
  const grouped = found.filter(({ digits }) => digits.includes(group));
  if (cents.some(({ digits }) => digits.includes(group))) return true;
  if (grouped.length === 0 || (said && cents.length > 0)) return said && grouped.length > 0;
  if (group === '.') return false;
  // ¥1,234 has no three decimals; those of a foreign price could be.
  if (group === ',' && grouped.some(({ currency, side }) => currency !== undefined || side !== undefined)) return true;
  // Lists of codes have as many digits in front as behind.
  const short = grouped.some(({ digits }) => digits.indexOf(group) < 3);
  const long = grouped.some(({ digits }) => digits.split(group).length > 2);
  return group === ',' ? short && (said || long) : said && short && long;
}

/** Beside a 3, 1,5 may be the first and the fifth answer; 5,25 and 1,50 hardly are. */
function isListOfTwo({ digits, marked }: Parts): boolean {
  const [, first, second] = /^([1-9]\d*),([1-9]\d*)$/.exec(digits) ?? [];
  return !marked && first !== undefined && Number(first) < Number(second);
}

/** Credit and debit, both: a mark of one alone says nothing of what has none. */
function sidesAreMeant(found: readonly Parts[]): boolean {
  const sides = new Set(found.flatMap(({ side }) => side ?? []));
  if (sides.size === 0) return true;
  const unsigned = found.every(({ bracketed, trailing, signed }) => !bracketed && !trailing && !signed);
  return sides.size === 2 && unsigned && found.every(({ side, digits }) => side !== undefined || !/[1-9]/.test(digits));
}

/** (1) and 3- count and grade; beside 12.00 or 1,234 they are negative amounts. */
function signsAreMeant(found: readonly Parts[], group: string): boolean {
  if (!found.some(({ bracketed, trailing }) => bracketed || trailing)) return true;
  const isAmount = ({ digits }: Parts) => /[.,]\d\d$/.test(digits) || (group !== '' && digits.includes(group));
  return found.some((parts) => !parts.bracketed && isAmount(parts));
}

interface Parts {
  readonly digits: string;
  readonly currency: string | undefined;
  readonly percent: boolean;
  /** 万, 亿 and the like. */
  readonly unit: boolean;
  readonly bracketed: boolean;
  /** The sign stands behind. */
  readonly trailing: boolean;
  /** Or in front. */
  readonly signed: boolean;
  readonly side: 'credit' | 'debit' | undefined;
  /** There is something beyond what a plain number has. */
  readonly marked: boolean;
}

/** Of all values but blanks, with the marks that fit all of them; null as soon as one is no number, or no marks are left. */
function allParts(values: readonly string[]): { found: Parts[]; fitting: readonly Marks[] } | null {
  const found: Parts[] = [];
  let fitting = forms;
  for (const value of values) {
    if (value.trim() === '') continue;
    const parts = partsOf(value);
    if (parts === null) return null;
    found.push(parts);
    const fits = ({ pattern }: (typeof forms)[number]) => pattern.test(parts.digits);
    if (fitting.every(fits)) continue;
    fitting = fitting.filter(fits);
    if (fitting.length === 0) return null;
  }
  return { found, fitting };
}

function partsOf(value: string): Parts | null {
  const text = toHalfWidth(value).trim();
  const found = dressed.exec(text);
  if (!found) return null;
  const [, open, sign, before, sign2, digits = '', unit, after, percent, minus, close, side] = found;
  const signs = [open, sign, sign2, minus].filter(Boolean).length;
  if (Boolean(open) !== Boolean(close) || signs > 1 || (before && after && after !== '元')) return null;
  const mark = before ?? after;
  return {
    digits: digits.trim(),
    currency: mark === undefined ? undefined : currencies[mark.toUpperCase()],
    percent: percent !== undefined,
    unit: unit !== undefined,
    bracketed: open !== undefined,
    trailing: minus !== undefined,
    signed: Boolean(sign || sign2),
    side: side === undefined ? undefined : /^(?:CR|贷)$/i.test(side) ? 'credit' : 'debit',
    marked: Boolean(open || before || unit || after || percent || minus || side || text !== value.trim()),
  };
}

/** An amount as people write it, with a point and perhaps thousands; null for what is none. */
export function numberOf(value: string): number | null {
  // Most texts begin with a letter: no pattern needs to be tried.
  if (value.charCodeAt(0) > 0x39 || value === '') return null;
  const bare = value.includes(',') ? value.trim().replaceAll(',', '') : value.trim();
  return /^[-+]?\d+(?:\.\d+)?$/.test(bare) ? Number(bare) : null;
}

const wide = new RegExp(`[${fullWidth}]`);

/** Nearly all values have nothing to change. */
function toHalfWidth(text: string): string {
  if (!wide.test(text)) return text;
  return [...text].map((char) => halfWidth[fullWidth.indexOf(char)] ?? char).join('');
}
