/**
 * What people and exports write where they have nothing to say. Only words that are nobody's name: in Latin letters `Na`, `Nan`
 * and `Null` are somebody's.
 */
const words: ReadonlySet<string> = new Set([
  ...[
    '无',
    '空',
    '空值',
    '暂无',
    '无数据',
    '未知',
    '不详',
    '不明',
    '未填',
    '未填写',
    '待定',
    '待补充',
    '缺失',
    '不适用',
  ],
  ...['n/a', 'N/A', '#N/A', 'null', 'NULL', '\\N', '-', '--', '---', '—', '——', '–', '/'],
]);

/** Whether a text says that there is no value: stars in its place would say that there is one. */
export const saysNothing = (text: string): boolean => words.has(text);
