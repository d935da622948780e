import { expect, test } from 'vitest';
import { periodKind } from '#shared/roi/index.ts';

const named = (unit: string, ...fields: string[]) => fields.map((field) => [field, unit] as const);

test.each([
  ...named('week', '第几周', '第N周', '周次', '周数', '周', '（周）', '期次（周）', '期次 (第几周)', '上线后周数'),
  ...named('week', '投放后第几周', '上线日起第几周', '上线日起期数（周）', '期数（单位：周）'),
  ...named('week', 'week', 'weeks', 'week_no', 'week_number', 'WeekNumber', 'weeks since launch', 'period (week)'),
  ...named('month', '上线后第几个月', '个月', '月份序号', '第几月', 'month', 'months_since_launch'),
  ...named('day', '第几天', '天', '天数', '日数', 'day', 'dayNo', '期次（天）'),
])('a period counted by %s lasts a %s', (field, unit) => {
  expect(periodKind({ kind: 'number', field })).toBe(unit);
});

test.each([
  ...['期次（10天）', '期次（１０天）', 'period_30_days', 'weeks2', '第2周', '每4周', '2-week period'],
  ...['bi-weekly', 'biweekly period (week)', 'fortnight', 'fortnight (week)', 'every other week (week)'],
  ...[
    '期次（双周）',
    '双周期次（周）',
    '周转期次',
    '周转（周）',
    '周年',
    '半月期次',
    '双月期',
    '两周',
    '每周',
    '旬（天）',
  ],
  ...['季（月）', '四周一期（周）', '两个月（月）'],
  ...['上线日起期数', '投放日起第几期', '上线日', '周期', '周期（周）', '日期', '日期序号', '周末', '周日', '生日'],
  ...[
    '周（按月汇总）',
    '第几周（天）',
    '期次（周）（天）',
    '期次',
    'holiday',
    'weekend',
    'weekly',
    'week of year',
    'period',
    '',
  ],
])('nothing is guessed of a period counted by %s', (field) => {
  expect(periodKind({ kind: 'number', field })).toBe('number');
});

test('a period counted from a date lasts what was chosen', () => {
  expect(periodKind({ kind: 'date', field: '周', unit: 'month', launch: null })).toBe('month');
});
