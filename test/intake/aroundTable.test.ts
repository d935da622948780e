import { expect, test } from 'vitest';
import type { Accounting } from '#shared/intake/index.ts';
import { withWorkspace } from '#test/support/workspace.ts';
import { textTable } from './asText.ts';
import { fileIn, loadIn } from './support.ts';

interface Case {
  readonly name: string;
  readonly text: string;
  readonly header: readonly string[];
  readonly rows: readonly (readonly string[])[];
  readonly counts: Partial<Accounting>;
}

const cases: readonly Case[] = [
  {
    name: 'a header on every page',
    text: '报表\n客户,余额\n张三,1\n李四,2\n\n客户,余额\n王五,3\n',
    header: ['客户', '余额'],
    rows: [
      ['张三', '1'],
      ['李四', '2'],
      ['王五', '3'],
    ],
    counts: { records: 7, header: 2, preamble: 1, blank: 1 },
  },
  {
    name: 'a line that tells Excel the delimiter',
    text: 'sep=;\r\na;b\r\n1;2,5\r\n3;4,5\r\n',
    header: ['a', 'b'],
    rows: [
      ['1', '2,5'],
      ['3', '4,5'],
    ],
    counts: { records: 4, header: 1, preamble: 1 },
  },
  {
    name: 'a decimal comma in each row, and none in the header, beside short rows',
    text: `明细表\n编号;金额;日期\n${'A1;1.050,50 €;2024/1/5\n'.repeat(6)}${'A2;0,20 €\n'.repeat(2)}`,
    header: ['编号', '金额', '日期'],
    rows: Array<string[]>(6).fill(['A1', '1.050,50 €', '2024/1/5']),
    counts: { records: 10, header: 1, preamble: 1, quarantined: 2 },
  },
  {
    name: 'names and values above the table, filled up with blank cells by a spreadsheet',
    text: '报表,余额明细,,,\n机构,上海分行,日期,2024-06-30,\n编号,名称,开户日,余额,备注\nA1,甲,2024-01-05,1.5,正常\nA2,乙,2024-01-06,2.5,\n',
    header: ['编号', '名称', '开户日', '余额', '备注'],
    rows: [
      ['A1', '甲', '2024-01-05', '1.5', '正常'],
      ['A2', '乙', '2024-01-06', '2.5', ''],
    ],
    counts: { records: 5, header: 1, preamble: 2 },
  },
  {
    name: 'a header over columns without names, which is none of such pairs',
    text: '编号,名称,,\n甲,一,丙,丁\n乙,二,戊,己\n',
    header: ['编号', '名称', '', ''],
    rows: [
      ['甲', '一', '丙', '丁'],
      ['乙', '二', '戊', '己'],
    ],
    counts: { records: 3, header: 1 },
  },
  {
    name: 'units below the names of numbers',
    text: '编号,名称,余额,占比\n,,万元,%\nA1,甲,1.5,20\nA2,乙,2.5,80\n',
    header: ['编号', '名称', '余额_万元', '占比_%'],
    rows: [
      ['A1', '甲', '1.5', '20'],
      ['A2', '乙', '2.5', '80'],
    ],
    counts: { records: 4, header: 2 },
  },
  {
    name: 'a short table that says below that nothing follows',
    text: '编号,余额\nA1,1.5\nA2,2.5\n--- 以下空白 ---\n',
    header: ['编号', '余额'],
    rows: [
      ['A1', '1.5'],
      ['A2', '2.5'],
    ],
    counts: { records: 4, header: 1, totals: 1 },
  },
  {
    name: 'subtotals without a blank cell, which add up what is above them',
    text: '机构,户数,余额\n北京,3,100.10\n上海,5,200.20\n小计,8,300.30\n广州,1,"1,050"\n小计,1,1050\n合计,9,1350.30\n',
    header: ['机构', '户数', '余额'],
    rows: [
      ['北京', '3', '100.10'],
      ['上海', '5', '200.20'],
      ['广州', '1', '1,050'],
    ],
    counts: { records: 7, header: 1, totals: 3 },
  },
  {
    name: 'the first subtotal far below, proven by its sum',
    text: `机构,户数\n${'北京,1\n'.repeat(6000)}小计,6000\n上海,5\n合计,6005\n`,
    header: ['机构', '户数'],
    rows: [...Array<string[]>(6000).fill(['北京', '1']), ['上海', '5']],
    counts: { records: 6004, header: 1, totals: 2 },
  },
  {
    name: 'totals and footers as Taiwan writes them',
    text: '客戶,姓名,餘額\n001,張三,10\n002,李四,30\n小計,,40\n003,王五,5\n總計,,45\n製表人：張三\n共 3 筆\n匯出時間：2026-01-31,,\n',
    header: ['客戶', '姓名', '餘額'],
    rows: ['001,張三,10', '002,李四,30', '003,王五,5'].map((row) => row.split(',')),
    counts: { records: 9, header: 1, totals: 5 },
  },
  {
    name: 'means and maxima beside a total',
    text: '机构,户数,余额\n北京,3,10\n上海,5,30\n合计,8,40\n平均,4,20\n最大值,5,30\n制表人：x,,\n',
    header: ['机构', '户数', '余额'],
    rows: ['北京,3,10', '上海,5,30'].map((row) => row.split(',')),
    counts: { records: 7, header: 1, totals: 4 },
  },
  {
    name: 'a mean by itself, proven by its figures',
    text: 'branch,n,amount\na,1,10.1\nb,2,30.2\nc,2,40.2\nAverage,1.67,26.83\n',
    header: ['branch', 'n', 'amount'],
    rows: ['a,1,10.1', 'b,2,30.2', 'c,2,40.2'].map((row) => row.split(',')),
    counts: { records: 5, header: 1, totals: 1 },
  },
  {
    name: 'a table of means is a table',
    text: 'what,n,amount\ncount,3,3\nmean,1.67,26.83\nmin,1,10.1\nmax,2,40.2\n',
    header: ['what', 'n', 'amount'],
    rows: ['count,3,3', 'mean,1.67,26.83', 'min,1,10.1', 'max,2,40.2'].map((row) => row.split(',')),
    counts: { records: 5, header: 1 },
  },
  {
    name: 'a table that mysql has printed',
    text: 'mysql> select * from t;\n+----+------+-------+\n| id | name | note  |\n+----+------+-------+\n|  1 | 张三 | a|b   |\n|  2 |      | NULL  |\n+----+------+-------+\n2 rows in set (0.00 sec)\n\nmysql> exit\nBye\n',
    header: ['id', 'name', 'note'],
    rows: [
      ['1', '张三', 'a|b'],
      ['2', '', 'NULL'],
    ],
    counts: { records: 11, header: 1, preamble: 1, comments: 3, blank: 1, totals: 3 },
  },
  {
    name: 'a table that psql has printed',
    text: ' id | name | amount \n----+------+--------\n  1 | 张三 |   1.50\n  2 | bob  |       \n(2 rows)\n\n',
    header: ['id', 'name', 'amount'],
    rows: [
      ['1', '张三', '1.50'],
      ['2', 'bob', ''],
    ],
    counts: { records: 6, header: 1, comments: 1, blank: 1, totals: 1 },
  },
  {
    name: 'pages that SQL*Plus has printed',
    text: '\n        ID NAME         AMT\n---------- ---------- -----\n         1 alice        1.5\n\n        ID NAME         AMT\n---------- ---------- -----\n         2 bob          2.5\n\n2 rows selected.\n\nSQL> spool off\n',
    header: ['ID', 'NAME', 'AMT'],
    rows: [
      ['1', 'alice', '1.5'],
      ['2', 'bob', '2.5'],
    ],
    counts: { records: 12, header: 2, comments: 2, blank: 4, totals: 2 },
  },
  {
    name: 'Chinese commas typed by hand',
    text: '客户，金额，日期\n张三，12，2026-01-05\n李四，13，2026-01-06\n',
    header: ['客户', '金额', '日期'],
    rows: ['张三,12,2026-01-05', '李四,13,2026-01-06'].map((row) => row.split(',')),
    counts: { records: 3, header: 1 },
  },
  {
    name: 'prose with Chinese commas',
    text: '意见\n服务好，满意\n一般，还行\n差，很慢\n',
    header: ['意见'],
    rows: [['服务好，满意'], ['一般，还行'], ['差，很慢']],
    counts: { records: 4, header: 1 },
  },
  {
    name: 'dashes that are values',
    text: 'a,b\n1,2\n-----,----\n3,4\n',
    header: ['a', 'b'],
    rows: ['1,2', '-----,----', '3,4'].map((row) => row.split(',')),
    counts: { records: 4, header: 1 },
  },
  {
    name: 'what is called a total and is none',
    text: 'sex,n\nMale,3\nTotal,5\nFemale,2\nMale,4\nTotal,7\nFemale,3\n',
    header: ['sex', 'n'],
    rows: ['Male,3', 'Total,5', 'Female,2', 'Male,4', 'Total,7', 'Female,3'].map((row) => row.split(',')),
    counts: { records: 7, header: 1 },
  },
  {
    name: 'what DOS ended its files with',
    text: 'a,b\n1,2\n\x1a',
    header: ['a', 'b'],
    rows: [['1', '2']],
    counts: { records: 3, header: 1, blank: 1 },
  },
];

test('what stands around the rows is none of them, and is counted', () =>
  withWorkspace(async (workspace, world) => {
    for (const { name, text, header, rows, counts } of cases) {
      const { dataset } = await loadIn(workspace, world, `${name}.csv`, text);
      const none = { header: 0, preamble: 0, comments: 0, blank: 0, totals: 0, quarantined: 0 };
      expect(dataset.accounting, name).toEqual({ ...none, loaded: rows.length, ...counts });
      const table = await textTable(workspace, await fileIn(world.folder, `${name}.csv`, text));
      expect(table, name).toEqual({ header, rows, leftOut: counts.quarantined ?? 0 });
    }
  }));
