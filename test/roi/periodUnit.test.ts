import { expect, test } from 'vitest';
import { periodKind } from '#shared/roi/index.ts';

test.each([
  ['期次（周）', 'week'],
  ['第几周', 'week'],
  ['week_no', 'week'],
  ['WeekNumber', 'week'],
  ['weeks2', 'week'],
  ['上线后第几个月', 'month'],
  ['months_since_launch', 'month'],
  ['第几天', 'day'],
  ['dayNo', 'day'],
  ['期次', 'number'],
  ['周期', 'number'],
  ['日期序号', 'number'],
  ['周（按月汇总）', 'number'],
  ['holiday', 'number'],
  ['weekend', 'number'],
  ['period', 'number'],
] as const)('a period counted by %s lasts a %s', (field, unit) => {
  expect(periodKind({ kind: 'number', field })).toBe(unit);
});

test('a period counted from a date lasts what was chosen', () => {
  expect(periodKind({ kind: 'date', field: '周', unit: 'month', launch: null })).toBe('month');
});
