/** The label of a row that adds others up. */
const total =
  /^(?:合计|总计|小计|累计|共计|本页(?:小计|合计)|本月合计|本年累计|total|grand ?total|sub-?total|sum|totals)(?:[(（][^)）]*[)）])?[:：]?$/i;
const branchTotal = /^.{1,12}(?:小计|合计|总计)[:：]?$/;

/** What stands below a table: who made it, when, and how many rows it has. */
const footer = new RegExp(
  [
    '^(?:制表|填表|打印|审核|复核|核对|经办|负责人|单位负责人|备注[:：]|说明[:：]|附注|注[:：]|注释|数据来源|来源[:：]|导出|生成|报表|统计(?:时间|日期|口径)|查询',
    '记录总?数|总记录|总?行数|条数|共\\s*[\\d,]+\\s*[条行笔户个页]|总共|第\\s*\\d+\\s*页|以上|[(（]?完[)）]?$',
    '(?:-{2,}|={2,}|\\*{2,}|<)?\\s*end\\b|eof\\b|-{3,}$|={3,}$|\\*{3,}$|[(（]?[\\d,]+\\s+(?:rows?|records?)\\b|(?:number of )?(?:rows?|records?)\\s*[:：(]',
    'total (?:rows?|records?|count)|source\\s*[:：]|notes?\\s*[:：]|(?:generated|exported|printed|prepared|created|downloaded)\\s+(?:by|on|at)?|page \\d|disclaimer|confidential)',
  ].join('|'),
  'i',
);

function labelOf(values: readonly string[]): string {
  return (values.find((value) => value.trim() !== '') ?? '').replace(/\s+/g, ' ').trim();
}

const filledOf = (values: readonly string[]) => values.filter((value) => value.trim() !== '').length;

/** A row that adds others up. Such a word may also be a value: a total has a blank cell, or stands at the end. */
export function isTotal(values: readonly string[], width: number, last: boolean): boolean {
  if (width < 2) return false;
  const label = labelOf(values).replace(/(?<=\p{Script=Han}) (?=\p{Script=Han})/gu, '');
  const filled = filledOf(values);
  const gaps = filled < values.length || values.length !== width;
  if (total.test(label)) return filled > 0 && (gaps || last);
  return branchTotal.test(label) && filled < values.length;
}

/** What stands below the table, and is no row of it. */
export function isFooter(values: readonly string[], width: number): boolean {
  if (width < 2) return false;
  const filled = filledOf(values);
  const sparse = filled <= Math.max(1, width / 2);
  return sparse && (values.length !== width || filled < width) && footer.test(labelOf(values));
}
