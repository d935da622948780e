import { describe, expect, test } from 'vitest';
import { inferLeniently, inferReader, readerFor } from '#engine/intake/delimited/values.ts';

const cases: readonly [values: string[], name: string, type: string, format: string | null][] = [
  [['1', '-2', '+3', '', ' 4 '], 'n', 'integer', null],
  [['0', '10'], 'n', 'integer', null],
  [['007', '8'], 'n', 'text', null],
  [['999999999999999'], 'n', 'integer', null],
  [['9999999999999999'], 'n', 'text', null],
  [['110101199003070007'], 'n', 'text', null],
  [['1.5', '2'], 'n', 'number', null],
  [['.5', '5.', '1e-3', '-2.5E+10'], 'n', 'number', null],
  [['01.5'], 'n', 'text', null],
  [['1,000'], 'n', 'text', null],
  [['1,000,000'], 'n', 'number', ',.'],
  [['1,000', '12'], '客户数', 'number', ',.'],
  [['1,000', '12'], 'account', 'text', null],
  [['1,000,000'], 'balance', 'number', ',.'],
  [['1,000', '1,00'], 'n', 'number', ','],
  [['1,000', '1,00.5'], 'n', 'text', null],
  [['.', 'e5'], 'n', 'text', null],
  [['nan', 'inf'], 'n', 'text', null],
  [['0x10'], 'n', 'text', null],
  [['true', 'FALSE', ''], 'n', 'boolean', null],
  [['yes', 'no'], 'n', 'text', null],
  [['2024-01-05', '2024-2-29'], 'n', 'date', '%Y-%m-%d'],
  [['2023-02-29'], 'n', 'text', null],
  [['2024/1/5'], 'n', 'date', '%Y/%m/%d'],
  [['2024.01.05'], 'n', 'date', '%Y.%m.%d'],
  [['2024年1月5日'], 'n', 'date', '%Y年%m月%d日'],
  [['20240105'], 'n', 'integer', null],
  [['20240105'], '开户日期', 'date', '%Y%m%d'],
  [['20240105'], 'open_date', 'date', '%Y%m%d'],
  [['20241305'], 'open_date', 'integer', null],
  [['2024-01-05', '2024/01/06'], 'n', 'date', '%Y-%m-%d|%Y/%m/%d'],
  [['2024年1月5日', '2024/1/6'], 'n', 'date', '%Y年%m月%d日|%Y/%m/%d'],
  [['2024-01-05', '25/01/2024', '05/02/2024'], 'n', 'date', '%Y-%m-%d|%d/%m/%Y'],
  // Of one form nobody knows the day, or the century.
  [['2024-01-05', '05/02/2024'], 'n', 'text', null],
  [['2024-01-05', '25/01/24'], 'n', 'text', null],
  // A day is no moment.
  [['2024-01-05', '2024/1/6 10:00'], 'n', 'text', null],
  [['2024-01-05', '5 of May'], 'n', 'text', null],
  [['2024-01-05 10:00', '2024年1月5日 10时5分'], 'n', 'timestamp', '|%Y年%m月%d日 %H时%M分'],
  [['25/12/2024', '01/02/2024'], 'n', 'date', '%d/%m/%Y'],
  [['12/25/2024', '01/02/2024'], 'n', 'date', '%m/%d/%Y'],
  [['03/04/2024'], 'n', 'text', null],
  [['05-Jan-2024', '5-DEC-2023'], 'n', 'date', '%d-%b-%Y'],
  [['05-JAN-24'], 'n', 'date', '%d-%b-%y'],
  [['1 May 2024', '5 May 2024'], 'n', 'date', '%d %b %Y'],
  [['1 May 2024', '5 June 2024'], 'n', 'date', '%d %B %Y'],
  [['March 5, 2024'], 'n', 'date', '%B %d, %Y'],
  [['31-Feb-2024'], 'n', 'text', null],
  [['1/25/24'], 'n', 'date', '%m/%d/%y'],
  [['1/2/24'], 'n', 'text', null],
  [['25/1/45'], '出生日期', 'text', null],
  [['1-25-24'], 'n', 'text', null],
  [['2024年1月5日 10:11'], 'n', 'timestamp', '%Y年%m月%d日 %H:%M'],
  [['25/12/2024 9:05:00 PM'], 'n', 'timestamp', '%d/%m/%Y %I:%M:%S %p'],
  [['25.12.2024 10:11:12.5'], 'n', 'timestamp', '%d.%m.%Y %H:%M:%S.%f'],
  [['20240105 101112'], 'n', 'text', null],
  [['20240105 10:11:12'], '交易时间', 'timestamp', '%Y%m%d %H:%M:%S'],
  [['20240105101112'], '交易时间', 'timestamp', '%Y%m%d%H%M%S'],
  [['20240105101112'], 'n', 'integer', null],
  [['2024-01-05T10:00+02:00', '2024-01-05T10:00:00.123+0200'], 'n', 'timestamp', null],
  [['2024-01-05T10:00Z', '2024-01-05 10:00:00+00'], 'n', 'timestamp', null],
  // Summer time and winter time of one place.
  [['2011-10-01T00:38:44+02:00', '2011-12-01T00:38:44+01:00'], 'n', 'timestamp', null],
  [['2024-01-05T10:00:00+05:30', '2024-01-05T10:00:00+08:00'], 'n', 'text', null],
  // Moments of several offsets do not stand in the order of time.
  [['2024-01-05 10:00', '2024-01-05T10:00:00.123+02:00'], 'n', 'text', null],
  [['2024-01-05T10:00:00Z', '2024-01-05T10:00:00+08:00'], 'n', 'text', null],
  [['2024/1/5 下午 3:05:00', '2024/1/6 上午12:05:00'], 'n', 'timestamp', '%Y/%m/%d 上午%I:%M:%S'],
  [['2024年1月5日10:20:30'], 'n', 'timestamp', '%Y年%m月%d日%H:%M:%S'],
  [['2024/1/5 下午 13:05:00'], 'n', 'text', null],
  [['8时30分', '17点05分'], 'n', 'time', '%H时%M分'],
  [['8时30分15秒'], 'n', 'time', '%H时%M分%S秒'],
  [['下午 3:05', '上午9:00'], 'n', 'time', '上午%I:%M'],
  [['05:30 PM', '11:02 am'], 'n', 'time', '%I:%M %p'],
  [['24时30分'], 'n', 'text', null],
  [['2024-01-05 25:00:00'], 'n', 'text', null],
  [['10:00', '1:02:03.5'], 'n', 'time', null],
  [['75:30'], 'n', 'text', null],
  // Telephones are no numbers, unless one among them is something else.
  [['13800138000', '', '17712345678'], 'n', 'text', null],
  [['13800138000', '42'], 'n', 'integer', null],
  [['', ''], 'n', 'text', null],
  [[], 'n', 'text', null],
];

describe('types of values', () => {
  test.for(cases)('%j in “%s” is %s', ([values, name, type, format]) => {
    expect(inferReader(values, name)).toEqual({ type, format });
  });

  test.for<[values: string[], type: string]>([
    [['N/A', '5', ''], 'integer'],
    [[' - ', '-6.5'], 'number'],
    [['NULL', '2024-01-05'], 'date'],
    [['\\N', '10:00'], 'time'],
    [['12.5%', '无'], 'number'],
    [['未知', 'true'], 'boolean'],
  ])('%j has words for nothing beside %s', ([values, type]) => {
    expect(inferReader(values, 'n')).toMatchObject({ type, nullWords: true });
  });

  test('words for nothing among texts, or alone, are texts', () => {
    for (const values of [
      ['N/A', 'abc'],
      ['-', 'NULL'],
      ['N/A', '007'],
    ])
      expect(inferReader(values, 'n')).toEqual({ type: 'text', format: null });
  });

  test('a slip among twenty values or more is for the quarantine, and more are words', () => {
    const many = Array.from({ length: 300 }, (_, i) => `${i}.5`);
    for (const slip of ['abc', '12O.5', '#REF!'])
      expect(inferLeniently([slip, ...many], 'n')).toEqual({ type: 'number', format: null });
    expect(inferLeniently(['2024-13-45', ...Array(19).fill('2024-01-05')], 'n').type).toBe('date');
    expect(inferLeniently(['N/A', 'abc', ...many], 'n')).toEqual({ type: 'number', format: null, nullWords: true });
    const three = ['x', 'y', 'z'];
    expect(inferLeniently([...three, ...many], 'n').type).toBe('number');
    expect(inferLeniently([...three, 'a', ...many], 'n').type).toBe('text');
    expect(inferLeniently(['abc', ...many.slice(0, 18)], 'n').type).toBe('text');
    // What could be an identifier is no slip, and 7A may be a client.
    expect(inferLeniently(['007', ...many], 'n').type).toBe('text');
    expect(inferLeniently(['7A', ...many], '客户编号').type).toBe('text');
    // Day and month stay open where a slip speaks for each order.
    const open = Array.from({ length: 200 }, () => '03/04/2024');
    expect(inferLeniently(['25/12/2024', '12/25/2024', ...open], 'd').type).toBe('text');
  });

  test('a chosen date takes the form that most values have', () => {
    expect(readerFor('date', ['x', '20240105', '20240106', '2024-01-07'])).toEqual({ type: 'date', format: '%Y%m%d' });
    expect(readerFor('date', ['x'])).toEqual({ type: 'date', format: null });
    expect(readerFor('number', ['1,234.50', 'x', '2.00'])).toEqual({ type: 'number', format: ',.' });
    expect(readerFor('text', ['1'])).toEqual({ type: 'text', format: null });
  });
});
