/** The label of a row that adds others up. */
const total =
  /^(?:合计|总计|小计|累计|共计|本页(?:小计|合计)|本月合计|本期合计|本年累计|total|grand ?total|sub-?total|sum|totals|sub-?totals)(?:\s*[(（][^)）]*[)）])?\s*[:：]?$/i;
const branchTotal = /^.{1,12}(?:小计|合计|总计)[:：]?$/;
/** What follows such a word at the end of a table only: 合计：3 户. */
const totalWithMore = /^(?:合计|总计|小计|累计|共计|(?:grand |sub-?)?totals?|sum)\s*[:：(（]/i;

/** The label of a row that stands beside totals, and sums nothing up. */
const statistic =
  /^(?:(?:总|户均|人均|月均|加权)?平均(?:值|数)?|均值|户均|人均|(?:最大|最小|最高|最低|中位)(?:值|数)?|标准差|averages?|avg\.?|means?|max(?:imum)?|min(?:imum)?|medians?)\s*[:：]?$/i;
const average = /^(?:平均(?:值|数)?|均值|averages?|avg\.?|means?)\s*[:：]?$/i;

const grandTotal = /^(?:合计|总计|共计|(?:grand ?)?totals?|sum)(?:\s*[(（][^)）]*[)）])?\s*[:：]?$/i;

/** What stands below a table: who made it, when, and how many rows it has. */
const footer = new RegExp(
  [
    '^(?:制表|填表|打印|审核|复核|核对|经办|负责人|单位负责人|备注[:：]|说明[:：]|附注|注[:：]|注释|数据来源|来源[:：]|导出|汇出|列印|生成|报表|统计(?:时间|日期|口径)|查询',
    '已选择\\s*\\d+\\s*行|[(（]?\\d+\\s*行记录|记录总?数|总记录|总?行数|条数|共\\s*[\\d,]+\\s*[条行笔户个页]|总共|第\\s*\\d+\\s*页|以上|[(（]?完[)）]?$',
    '[-=*—]*\\s*[（(【]?(?:以下|此处)(?:空白|无正文|无内容|无数据)|(?:-{2,}|={2,}|\\*{2,}|<)?\\s*end\\b|eof\\b|-{3,}$|={3,}$|\\*{3,}$|[(（]?[\\d,]+\\s+(?:rows?|records?)\\b|(?:number of )?(?:rows?|records?)\\s*[:：(]',
    'total (?:rows?|records?|count)|source\\s*[:：]|notes?\\s*[:：]|(?:generated|exported|printed|prepared|created|downloaded)\\s+(?:by|on|at)?|page \\d|disclaimer|confidential)',
  ].join('|'),
  'i',
);

/** The same where a row has all its cells: 生成式AI and 导出宝 are values, 生成时间 and 导出人： are none. */
const sureFooter = new RegExp(
  [
    '^(?:(?:制表|填表|打印|审核|复核|核对|经办|负责|单位负责|数据来源|来源|备注|说明|附注|注|注释|导出|汇出|列印|生成|报表|统计|查询|记录总?数|总记录数?|总?行数|条数|总共|以上)(?:人|员|者|单位|部门|机构|时间|日期|口径)?\\s*(?:[:：]|$)',
    '(?:制表|填表|打印|列印|审核|复核|导出|汇出|生成|报表|统计|查询)(?:人|员|者|时间|日期)\\s*[\\s\\d]',
    '以上(?:数据|信息|内容|资料|为|是|仅)|共\\s*[\\d,]+\\s*[条行笔户个页]|第\\s*\\d+\\s*页|[(（]?完[)）]?$',
    '[-=*—]*\\s*[（(【]?(?:以下|此处)(?:空白|无正文|无内容|无数据)|(?:-{2,}|={2,}|\\*{2,}|<)\\s*end\\b|(?:end|eof)$|end of (?:report|file|data|table|list)\\b|-{3,}$|={3,}$|\\*{3,}$',
    '[(（]?[\\d,]+\\s+(?:rows?|records?)\\b|(?:number of )?(?:rows?|records?)\\s*[:：(]|total (?:rows?|records?|count)\\b',
    '(?:source|notes?)\\s*[:：]|(?:generated|exported|printed|prepared|created|downloaded)\\s+(?:by|on|at)\\b|page \\d+(?: of \\d+)?$|(?:disclaimer|confidential)\\s*(?:[:：]|$))',
  ].join('|'),
  'i',
);

/** A row as the end of a table is judged by. */
export interface FootRow {
  readonly values: readonly string[];
  /** Blank rows part it from the one above. */
  readonly apart: boolean;
}

/** Rows at the end that may be none of the table, though they look like rows. */
export const footRows = 40;

/**
 * How many of the last rows are no rows of the table: sums, footers, and lone texts below them. What has the cells that
 * other rows have too is a row, whatever it begins with. `isProven`: the numbers of the row are means of those above it.
 */
export function footLength(
  rows: readonly FootRow[],
  width: number,
  isProven: (values: readonly string[], at: number) => boolean = () => false,
): number {
  if (width < 2) return 0;
  const isSum = (row: FootRow) => isTotal(row.values, width, true);
  const isStatistic = ({ values }: FootRow) => statistic.test(labelOf(values)) && filledOf(values) > 1;
  const mayEnd = (row: FootRow) =>
    isSum(row) || isFooter(row.values, width) || isApart(row, width) || isStatistic(row) || isLone(row.values, width);
  let start = rows.length;
  while (start > 0 && rows.slice(start - 1, start).some(mayEnd)) start--;
  // A table of means and maxima is a table: beside a total, with a gap or by its figures such a row is none of it.
  const summed = rows.slice(start).some(isSum);
  const statistics = rows.map((row, at) => {
    const { values } = row;
    if (at < start || !isStatistic(row)) return false;
    return summed || filledOf(values) < width || (average.test(labelOf(values)) && isProven(values, at));
  });
  const places = new Map(rows.map((row, at) => [row, at]));
  const isOfTotals = (row: FootRow) => isSum(row) || (statistics[places.get(row) ?? -1] ?? false);
  const isNamed = (row: FootRow) => isOfTotals(row) || isFooter(row.values, width) || isApart(row, width);
  const firstNamed = rows.findIndex((row, i) => i >= start && isNamed(row));
  if (firstNamed < 0) return 0;
  const usual = new Set(
    rows.slice(0, firstNamed).flatMap(({ values }) => (values.length === width ? [cellsFilled(values)] : [])),
  );
  let foot = 0;
  for (const [i, row] of rows.slice(start).toReversed().entries()) {
    if (!isOfTotals(row)) {
      if (usual.has(cellsFilled(row.values))) break;
      if (!isNamed(row)) continue;
    }
    foot = i + 1;
  }
  return foot;
}

/** A row that adds up all of the table, and no part of it. */
export const isGrandTotal = (values: readonly string[]): boolean => grandTotal.test(labelOf(values));

/** The characters of the labels above as Taiwan and Hong Kong write them. */
const simplified: Readonly<Record<string, string>> = Object.fromEntries(
  [...'計總頁計數據來製單門審對經辦負責註備說導報統時間詢記錄條筆個戶構員選擇匯'].map((char, i) => [
    char,
    [...'计总页计数据来制单门审对经办负责注备说导报统时间询记录条笔个户构员选择汇'][i] ?? char,
  ]),
);
const traditional = new RegExp(`[${Object.keys(simplified).join('')}]`, 'g');

/** Nearly all rows begin with such a word, which is its own label. */
const plainWord = /^[!-~]+$/;

function labelOf(values: readonly string[]): string {
  const first = values.find((value) => value.trim() !== '') ?? '';
  if (plainWord.test(first)) return first;
  const written = first.replace(/\s+/g, ' ').trim();
  const label = written.replace(traditional, (char) => simplified[char] ?? char);
  return label.replace(/(?<=\p{Script=Han}) (?=\p{Script=Han})/gu, '');
}

const filledOf = (values: readonly string[]) => values.filter((value) => value.trim() !== '').length;
const cellsFilled = (values: readonly string[]) => values.map((value) => Number(value.trim() !== '')).join('');

/** A row that is called one that adds others up, though it has all its cells. */
export function isNamedTotal(values: readonly string[], width: number): boolean {
  return width > 1 && values.length === width && (total.test(labelOf(values)) || branchTotal.test(labelOf(values)));
}

/** A row that adds others up. Such a word may also be a value: a total has a blank cell, or stands at the end. */
export function isTotal(values: readonly string[], width: number, last: boolean): boolean {
  if (width < 2) return false;
  const label = labelOf(values);
  if (total.test(label)) return last || filledOf(values) < values.length || values.length !== width;
  if (last && totalWithMore.test(label)) return true;
  return branchTotal.test(label) && filledOf(values) < values.length;
}

/** What says who made the table, when, and how many rows it has. */
function isFooter(values: readonly string[], width: number): boolean {
  const filled = filledOf(values);
  if (filled > Math.max(1, width / 2)) return false;
  const label = labelOf(values);
  if (values.length < width) return footer.test(label);
  return filled < width && sureFooter.test(label) && (filled === 1 || /[:：]/.test(label));
}

const isLone = (values: readonly string[], width: number) => width > 2 && filledOf(values) === 1;

/** A lone text after a blank row; what looks like a number of a client is no text. */
const isApart = ({ values, apart }: FootRow, width: number) =>
  apart && isLone(values, width) && !/^[\w-]*\d$/.test(labelOf(values));
