/** How the numbers of a column are written, beyond digits, a point and a sign. */
export interface NumberForm {
  /** What stands between thousands; '' for nothing. */
  readonly group: string;
  readonly decimal: '.' | ',';
  readonly percent: boolean;
}

const forms: readonly Omit<NumberForm, 'percent'>[] = [
  { group: '', decimal: '.' },
  { group: ',', decimal: '.' },
  { group: '.', decimal: ',' },
  { group: ' ', decimal: ',' },
  { group: ' ', decimal: '.' },
  { group: "'", decimal: '.' },
];

export const fullWidth = '０１２３４５６７８９．，－＋％（）￥＄　\u00a0\u202f−’';
export const halfWidth = "0123456789.,-+%()¥$   -'";

const currencies: Readonly<Record<string, string>> = {
  ...{ '¥': 'CNY', 元: 'CNY', CNY: 'CNY', RMB: 'CNY', 人民币: 'CNY' },
  ...{ $: 'USD', USD: 'USD', '€': 'EUR', EUR: 'EUR', '£': 'GBP', GBP: 'GBP' },
};
/** As part of a pattern, here and in SQL. */
export const currencyPattern = '(?:¥|人民币|CNY|RMB|\\$|USD|€|EUR|£|GBP)';
const dressed = new RegExp(
  `^(\\()?([-+]?) ?(${currencyPattern})? ?([-+]?)(\\d[\\d., ']*|[.,]\\d+) ?(百?万|千万|亿)?(元|${currencyPattern})? ?(%)?(-)?(\\))?$`,
);

/** Digits that a whole number without marks may have; longer ones are identifiers. */
const exactDigits = 15;

/**
 * The one form of all values of a column, as `group`, `decimal` and `%`; null where they have none in common, or are plain
 * numbers. 1.234 is no thousand as long as it can be read as it stands.
 */
export function numberFormOf(values: readonly string[]): string | null {
  const found = values.filter((value) => value.trim() !== '').map(partsOf);
  if (found.length === 0 || !found.every((parts) => parts !== null)) return null;
  const kinds = new Set(found.flatMap(({ currency }) => currency ?? []));
  const percents = found.filter(({ percent }) => percent).length;
  if (kinds.size > 1 || (percents !== 0 && percents !== found.length)) return null;
  const form = forms.find(({ group, decimal }) => {
    const pattern = digitsPattern(group, decimal);
    return (
      found.every(({ digits }) => pattern.test(digits)) &&
      isMeant(
        found.map(({ digits }) => digits),
        group,
      )
    );
  });
  if (!form) return null;
  const plain = form.group === '' && !found.some(({ marked }) => marked);
  const long = found.some(({ digits }) => /^\d+$/.test(digits) && digits.length > exactDigits);
  return plain || long ? null : `${form.group}${form.decimal}${percents > 0 ? '%' : ''}`;
}

export function formFrom(text: string): NumberForm {
  const percent = text.endsWith('%');
  const bare = percent ? text.slice(0, -1) : text;
  return { group: bare.slice(0, -1), decimal: bare.endsWith(',') ? ',' : '.', percent };
}

/** The digits of a number that is written so. */
export function digitsOf({ group, decimal }: Pick<NumberForm, 'group' | 'decimal'>): string {
  const point = decimal === '.' ? '\\.' : ',';
  const grouped = group === '' ? '' : `[1-9]\\d{0,2}(?:${group === '.' ? '\\.' : group}\\d{3})+|`;
  return `(?:${grouped}0|[1-9]\\d*)(?:${point}\\d*)?|${point}\\d+`;
}

function digitsPattern(group: string, decimal: '.' | ','): RegExp {
  return new RegExp(`^(?:${digitsOf({ group, decimal })})$`);
}

/** Spaces part the digits of numbers that are none, too: 552 100 554. An amount has cents, or other lengths. */
function isMeant(digits: readonly string[], group: string): boolean {
  if (group !== ' ') return true;
  return digits.some((each) => /[.,]/.test(each)) || new Set(digits.map(({ length }) => length)).size > 1;
}

interface Parts {
  readonly digits: string;
  readonly currency: string | undefined;
  readonly percent: boolean;
  /** There is something beyond what a plain number has. */
  readonly marked: boolean;
}

function partsOf(value: string): Parts | null {
  const text = toHalfWidth(value).trim();
  const found = dressed.exec(text);
  if (!found) return null;
  const [, open, sign, before, sign2, digits = '', unit, after, percent, minus, close] = found;
  const signs = [open, sign, sign2, minus].filter(Boolean).length;
  if (Boolean(open) !== Boolean(close) || signs > 1 || (before && after && after !== '元')) return null;
  const mark = before ?? after;
  return {
    digits: digits.trim(),
    currency: mark === undefined ? undefined : currencies[mark],
    percent: percent !== undefined,
    marked: Boolean(open || before || unit || after || percent || minus || text !== value.trim()),
  };
}

function toHalfWidth(text: string): string {
  return [...text].map((char) => halfWidth[fullWidth.indexOf(char)] ?? char).join('');
}
