/** A form of days. */
export interface DayForm {
  /** A strptime pattern. */
  readonly format: string;
  /** A regular expression with a group for each of `order`. */
  readonly pattern: string;
  readonly order: readonly [Part, Part, Part];
  /** Only for columns whose name speaks of dates: plain digits are more often a number. */
  readonly named?: true;
}

type Part = 'y' | 'm' | 'd';

const shortMonths = ['jan', 'feb', 'mar', 'apr', 'may', 'jun', 'jul', 'aug', 'sep', 'oct', 'nov', 'dec'];
const longMonths = 'january|february|march|april|may|june|july|august|september|october|november|december';
const short = `(${shortMonths.join('|')})`;
const long = `(${longMonths})`;

export const dayForms: readonly DayForm[] = [
  { format: '%Y-%m-%d', pattern: String.raw`(\d{4})-(\d{1,2})-(\d{1,2})`, order: ['y', 'm', 'd'] },
  { format: '%Y/%m/%d', pattern: String.raw`(\d{4})/(\d{1,2})/(\d{1,2})`, order: ['y', 'm', 'd'] },
  { format: '%Y.%m.%d', pattern: String.raw`(\d{4})\.(\d{1,2})\.(\d{1,2})`, order: ['y', 'm', 'd'] },
  { format: '%Y年%m月%d日', pattern: String.raw`(\d{4})年(\d{1,2})月(\d{1,2})日`, order: ['y', 'm', 'd'] },
  { format: '%d/%m/%Y', pattern: String.raw`(\d{1,2})/(\d{1,2})/(\d{4})`, order: ['d', 'm', 'y'] },
  { format: '%m/%d/%Y', pattern: String.raw`(\d{1,2})/(\d{1,2})/(\d{4})`, order: ['m', 'd', 'y'] },
  { format: '%d-%m-%Y', pattern: String.raw`(\d{1,2})-(\d{1,2})-(\d{4})`, order: ['d', 'm', 'y'] },
  { format: '%m-%d-%Y', pattern: String.raw`(\d{1,2})-(\d{1,2})-(\d{4})`, order: ['m', 'd', 'y'] },
  { format: '%d.%m.%Y', pattern: String.raw`(\d{1,2})\.(\d{1,2})\.(\d{4})`, order: ['d', 'm', 'y'] },
  // Years of two digits with slashes only: between dashes and points stand codes and versions.
  { format: '%d/%m/%y', pattern: String.raw`(\d{1,2})/(\d{1,2})/(\d{2})`, order: ['d', 'm', 'y'] },
  { format: '%m/%d/%y', pattern: String.raw`(\d{1,2})/(\d{1,2})/(\d{2})`, order: ['m', 'd', 'y'] },
  { format: '%y/%m/%d', pattern: String.raw`(\d{2})/(\d{1,2})/(\d{1,2})`, order: ['y', 'm', 'd'] },
  ...['-', ' ', '/'].flatMap((mark): DayForm[] => [
    { format: `%d${mark}%b${mark}%Y`, pattern: `(\\d{1,2})${mark}${short}${mark}(\\d{4})`, order: ['d', 'm', 'y'] },
    { format: `%d${mark}%b${mark}%y`, pattern: `(\\d{1,2})${mark}${short}${mark}(\\d{2})`, order: ['d', 'm', 'y'] },
    { format: `%d${mark}%B${mark}%Y`, pattern: `(\\d{1,2})${mark}${long}${mark}(\\d{4})`, order: ['d', 'm', 'y'] },
  ]),
  { format: '%b %d, %Y', pattern: `${short} (\\d{1,2}), (\\d{4})`, order: ['m', 'd', 'y'] },
  { format: '%B %d, %Y', pattern: `${long} (\\d{1,2}), (\\d{4})`, order: ['m', 'd', 'y'] },
  { format: '%Y%m%d', pattern: String.raw`((?:19|20)\d{2})(\d{2})(\d{2})`, order: ['y', 'm', 'd'], named: true },
];

const clock = String.raw`(?:[01]?\d|2[0-3]):[0-5]\d`;
const twelve = String.raw`(?:0?[1-9]|1[0-2]):[0-5]\d`;
const timeOfDay = String.raw`${clock}(?::[0-5]\d(?:\.\d{1,9})?)?`;
const zone = String.raw`(?:Z|[+-]\d{2}(?::?\d{2})?)?`;

/** 上午 and 下午 stand before the hour, with a blank behind them or without. */
const noon = '[上下]午 ?';

/** Times of day; a null format is DuckDB's own. */
export const timeForms: readonly { readonly format: string | null; readonly pattern: RegExp }[] = [
  { format: null, pattern: new RegExp(`^${timeOfDay}$`) },
  { format: '%I:%M:%S %p', pattern: new RegExp(`^${twelve}:[0-5]\\d [ap]m$`, 'i') },
  { format: '%I:%M %p', pattern: new RegExp(`^${twelve} [ap]m$`, 'i') },
  { format: '上午%I:%M:%S', pattern: new RegExp(`^${noon}${twelve}:[0-5]\\d$`) },
  { format: '上午%I:%M', pattern: new RegExp(`^${noon}${twelve}$`) },
  { format: '%H时%M分%S秒', pattern: /^(?:[01]?\d|2[0-3])[时時点點][0-5]?\d分[0-5]?\d秒$/ },
  { format: '%H时%M分', pattern: /^(?:[01]?\d|2[0-3])[时時点點][0-5]?\d分$/ },
];

/** An offset from UTC behind a time. */
export const offsetBehind = /:\d{2}(?:\.\d+)?(Z|[+-]\d{2}(?::?\d{2})?)$/;

interface MomentForm {
  /** Null where DuckDB reads it by itself: ISO and slashes, with or without seconds, fractions and an offset. */
  readonly format: string | null;
  readonly pattern: RegExp;
  readonly named?: true;
}

const clocks: readonly { format: string; pattern: string }[] = [
  { format: ' %H:%M:%S', pattern: String.raw` ${clock}:[0-5]\d` },
  { format: ' %H:%M', pattern: ` ${clock}` },
  { format: ' %H:%M:%S.%f', pattern: String.raw` ${clock}:[0-5]\d\.\d{1,6}` },
  { format: ' %I:%M:%S %p', pattern: String.raw` ${twelve}:[0-5]\d [ap]m` },
  { format: ' %I:%M %p', pattern: ` ${twelve} [ap]m` },
  { format: ' 上午%I:%M:%S', pattern: String.raw` ${noon}${twelve}:[0-5]\d` },
  { format: ' 上午%I:%M', pattern: ` ${noon}${twelve}` },
];

/** Behind a day that ends with 日, where a blank may be missing. */
const chineseClocks: typeof clocks = ['', ' '].flatMap((blank) => [
  { format: `${blank}%H时%M分%S秒`, pattern: String.raw`${blank}(?:[01]?\d|2[0-3])[时時点點][0-5]?\d分[0-5]?\d秒` },
  { format: `${blank}%H时%M分`, pattern: String.raw`${blank}(?:[01]?\d|2[0-3])[时時点點][0-5]?\d分` },
  ...(blank === '' ? clocks.map((each) => ({ format: each.format.slice(1), pattern: each.pattern.slice(1) })) : []),
]);

/** The forms of moments on such days. */
export function momentForms({ format, pattern, named }: DayForm): MomentForm[] {
  const byItself = format === '%Y-%m-%d' || format === '%Y/%m/%d';
  const behind = format.endsWith('日') ? [...clocks, ...chineseClocks] : clocks;
  const forms = behind.filter(({ format: clocked }) => !byItself || /%p|上午/.test(clocked));
  return [
    ...(byItself ? [{ format: null, pattern: new RegExp(`^${pattern}[T ]${timeOfDay}${zone}$`) }] : []),
    ...forms.map((form) => ({ format: format + form.format, pattern: new RegExp(`^${pattern}${form.pattern}$`, 'i') })),
    ...(named
      ? [
          {
            format: `${format}%H%M%S`,
            pattern: /^((?:19|20)\d{2})(\d{2})(\d{2})(?:[01]\d|2[0-3])[0-5]\d[0-5]\d$/,
            named,
          },
        ]
      : []),
  ];
}

/** Whether what was found is a day that there is. */
export function dayIn({ order }: DayForm, found: RegExpExecArray | null): boolean {
  if (found === null) return false;
  const part = (name: Part) => found[order.indexOf(name) + 1] ?? '';
  const month = part('m');
  const year = part('y');
  const m = /^\d/.test(month) ? Number(month) : shortMonths.indexOf(month.slice(0, 3).toLowerCase()) + 1;
  return isDay(year.length === 2 ? 2000 + Number(year) : Number(year), m, Number(part('d')));
}

function isDay(y: number, m: number, d: number): boolean {
  if (y < 1 || m < 1 || m > 12 || d < 1) return false;
  return d <= new Date(Date.UTC(2000 + (y % 400), m, 0)).getUTCDate();
}
