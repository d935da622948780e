/** What exports write where a number is not known. */
export const numberCodes = [
  -1, -9, -99, -999, -9999, -99999, -999999, -9999999, -99999999, 999, 9999, 99999, 999999, 9999999, 99999999,
  999999999,
] as const;

/** What exports and people write where a date is not known. */
export const dateCodes = [
  '0001-01-01',
  '1753-01-01',
  '1899-12-30',
  '1899-12-31',
  '1900-01-01',
  '2099-12-31',
  '2999-12-31',
  '9999-01-01',
  '9999-12-31',
] as const;

const words = ['n/a', '#n/a', 'na', 'null', 'nan', 'nil', 'unknown', 'undefined', 'tbd'];
const inEachCase = words.flatMap((word) => [word, word.toUpperCase(), (word[0] ?? '').toUpperCase() + word.slice(1)]);

/** What people write where a text is not known, as it stands: comparing it exactly is what makes looking for it cheap. */
export const textCodes: readonly string[] = [
  ...new Set(inEachCase),
  ...['未知', '不详', '不明', '未填', '未填写', '暂无', '待定', '待补充', '空', '空值', '无数据'],
  ...['-', '--', '---', '—', '——', '.', '?', '？', '\\N'],
  ...['-999', '-9999', '99991231', '9999-12-31', '9999/12/31', '19000101', '1900-01-01', '00000000'],
];

/** Rows that a code needs: a single value may be an ordinary one. */
const fewestRows = 2;

/**
 * Whether a number of the list is a code in this column, whose other values go from `low` to `high`: it has to stand
 * apart from them, below 0 where nothing else is, or twice as far out as the farthest of them.
 */
export function standsApart(code: number, rows: number, low: number | null, high: number | null): boolean {
  if (low === null || high === null) return false;
  if (code === -1) return rows >= fewestRows && low >= 0;
  if (code < 0) return low >= 0 || code < 2 * low;
  return rows >= fewestRows && code > 2 * high;
}
