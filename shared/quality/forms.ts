/** Forms in which dates are written as text. Patterns of JavaScript and of RE2 alike. */
const time = '(?:[ T]\\d{1,2}:\\d{2}(?::\\d{2}(?:\\.\\d+)?)?)?';
export const dateForms = [
  { form: '2026-01-31', pattern: `^\\d{4}-\\d{1,2}-\\d{1,2}${time}$` },
  { form: '2026/1/31', pattern: `^\\d{4}/\\d{1,2}/\\d{1,2}${time}$` },
  { form: '2026.1.31', pattern: `^\\d{4}\\.\\d{1,2}\\.\\d{1,2}${time}$` },
  { form: '2026年1月31日', pattern: `^\\d{4}年\\d{1,2}月\\d{1,2}日${time}$` },
  { form: '20260131', pattern: '^(?:19|20)\\d{2}(?:0[1-9]|1[0-2])(?:0[1-9]|[12]\\d|3[01])$' },
  {
    form: '31-Jan-2026',
    pattern: `^\\d{1,2}[-/ ](?i:jan|feb|mar|apr|may|jun|jul|aug|sep|oct|nov|dec)[-/ ](?:\\d{4}|\\d{2})${time}$`,
  },
  { form: '31/01/2026', pattern: `^\\d{1,2}[/.-]\\d{1,2}[/.-]\\d{4}${time}$` },
] as const;

/** Numbers as text: plain, or with thousands marks, a currency, percent or 万/亿. */
export const numberForms = [
  { form: '1234.5', pattern: '^[-+]?(?:0|[1-9]\\d{0,14})(?:\\.\\d+)?$' },
  {
    form: '¥1,234.50',
    pattern:
      '^[-+]?(?:[¥￥$€£] ?\\d[\\d,]*(?:\\.\\d+)?|\\d{1,3}(?:,\\d{3})+(?:\\.\\d+)?|\\d[\\d,]*(?:\\.\\d+)? ?(?:%|元|万元?|亿元?))$',
  },
] as const;

export type FormKind = 'date' | 'number';

const formsOf = { date: dateForms, number: numberForms } as const;
/** A field is taken for one of dates or numbers where half of its values are written as such. */
const shareNeeded = 0.5;

/** What the forms of a text field are to be counted as; null: neither dates nor numbers. Plain codes count as neither. */
export function formKindOf(values: readonly string[]): FormKind | null {
  if (values.length === 0) return null;
  const share = (kind: FormKind) => {
    const tests = formsOf[kind].map(({ pattern }) => new RegExp(pattern));
    return values.filter((value) => tests.some((test) => test.test(value.trim()))).length / values.length;
  };
  if (share('date') >= shareNeeded) return 'date';
  return share('number') >= shareNeeded ? 'number' : null;
}
