import iconv from 'iconv-lite';
import { describe, expect, test } from 'vitest';
import { planDelimited } from '#engine/intake/delimited/plan.ts';
import { completeUtf8Length, detectEncoding } from '#engine/intake/detect/encoding.ts';
import { columnNames } from '#engine/intake/names.ts';

const chinese = '客户编号,姓名,开户行\n001,张三,中国工商银行北京分行\n002,李四,招商银行深圳分行，备注“重要”\n';
const traditional = '客戶編號,姓名,開戶行\n001,張三,臺灣銀行總行營業部\n002,陳怡君,國泰世華銀行敦南分行\n';
const japanese = '顧客番号,氏名,支店\n001,さとう,東京のしてん\n002,すずき,おおさかのしてん\n';

describe('encoding', () => {
  const cases = [
    [Buffer.from('a,b\n1,2\n'), 'utf-8', 0],
    [Buffer.from(chinese), 'utf-8', 0],
    [Buffer.from(`\ufeff${chinese}`), 'utf-8', 3],
    [iconv.encode(chinese, 'gb18030'), 'gb18030', 0],
    [iconv.encode(traditional, 'big5'), 'big5', 0],
    [iconv.encode(japanese, 'shift_jis'), 'shift_jis', 0],
    [iconv.encode(chinese, 'utf-16le', { addBOM: true }), 'utf-16le', 2],
    [iconv.encode(chinese, 'utf-16be', { addBOM: true }), 'utf-16be', 2],
    [iconv.encode('id,name\n1,abc\n', 'utf-16le', { addBOM: false }), 'utf-16le', 0],
    [iconv.encode('id,name\n1,abc\n', 'utf-16be', { addBOM: false }), 'utf-16be', 0],
    [iconv.encode('name,city\nJosé,Málaga\nZoë,Besançon\n', 'windows-1252'), 'windows-1252', 0],
  ] as const;

  test.for(cases)('%# is %s', ([bytes, encoding, bom]) => {
    expect(detectEncoding([bytes])).toMatchObject({ encoding, bom });
  });

  test('a sample may be cut anywhere', () => {
    const utf8 = Buffer.from(chinese.repeat(3));
    const gb = iconv.encode(chinese.repeat(3), 'gb18030');
    for (let cut = 40; cut < 90; cut++) {
      expect(detectEncoding([utf8.subarray(0, cut), utf8.subarray(cut, cut + 90)]).encoding).toBe('utf-8');
      expect(detectEncoding([gb.subarray(0, cut), gb.subarray(cut)]).encoding).toBe('gb18030');
    }
  });

  test('the length of whole characters', () => {
    for (const text of ['abc', 'é', '中', '😀']) {
      const bytes = Buffer.from(`a${text}`);
      expect(completeUtf8Length(bytes)).toBe(bytes.length);
      if (text !== 'abc') expect(completeUtf8Length(bytes.subarray(0, -1))).toBe(1);
    }
  });
});

function planOf(text: string) {
  const { dialect, header, lineEnd, columns } = planDelimited([text], {}, 'file.csv');
  return { ...dialect, header, lineEnd, columns: columns.map(({ column, type }) => `${column}:${type}`).join(' ') };
}

describe('dialect', () => {
  const cases: readonly [text: string, expected: Partial<ReturnType<typeof planOf>>][] = [
    ['a,b\n1,2\n', { delimiter: ',', quote: '"', header: true, columns: 'a:integer b:integer' }],
    ['a;b\n1,5;2\n2,5;3\n', { delimiter: ';', columns: 'a:number b:integer' }],
    ['a\tb\n1\t2\n', { delimiter: '\t' }],
    ['a|b|c\n1|x,y|2\n3|z,w|4\n', { delimiter: '|' }],
    ['a^b\n1^2\n', { delimiter: '^' }],
    ['1,2\n3,4\n', { header: false, columns: 'column_1:integer column_2:integer' }],
    ['a,b\n1,"x \\"y\\", z"\n2,"w"\n', { quote: '"', escape: '\\' }],
    ["a,b\n'x,y','z'\n'p','q,r'\n", { quote: "'", columns: 'a:text b:text' }],
    ["name,note\nO'Brien,it's\nD'Arcy,x\n", { quote: '"', header: true }],
    ['报表日期：2024-01-05\n\nid,name\n1,a\n2,b\n', { skip: 2, header: true, columns: 'id:integer name:text' }],
    ['\n\nid,name\n1,a\n', { skip: 2, header: true }],
    ['id,name\r\n1,a\r\n', { lineEnd: '\r\n' }],
    ['id,name\r1,a\r', { lineEnd: '\r', columns: 'id:integer name:text' }],
    ['id,note\n1,"a\r\nb"\n', { lineEnd: '\n' }],
    ['name,city\nann,rome\nbob,oslo\n', { header: true }],
    ['x,y\nx,z\n', { header: false }],
    // Words instead of numbers in the first row are values, not the second row of a header.
    [
      '客户号,余额,收入\nC001,机密,机密\nC002,1,2\nC003,3,4\n',
      { header: true, columns: '客户号:text 余额:text 收入:text' },
    ],
    ['id,age,income\nA1,unknown age,private\nA2,33,100\n', { columns: 'id:text age:text income:text' }],
    ['客户号,余额,\nC001,机密,x\nC002,1,y\n', { columns: '客户号:text 余额:text column_3:text' }],
    ['客户,,交易,\n号,名,额,数\n甲,乙,1,2\n', { columns: '客户_号:text 客户_名:text 交易_额:integer 交易_数:integer' }],
    ['only\n1\n2\n', { columns: 'only:integer' }],
    ['id,id,ID,\n1,2,3,4\n', { columns: 'id:integer id_2:integer ID_3:integer column_4:integer' }],
    ['a,b\n1,2,3\n4,5,6\n', { columns: 'a:integer b:integer column_3:integer' }],
    ['a,b\n1,2,3\n4,5\n', { columns: 'a:integer b:integer' }],
  ];
  test.for(cases)('%j', ([text, expected]) => {
    expect(planOf(text)).toMatchObject(expected);
  });
});

test('names are unique whatever their case, and keep what they are', () => {
  expect(columnNames(['a', 'A', 'a_2', '', ' b ', 'a'])).toEqual(['a', 'A_3', 'a_2', 'column_4', 'b', 'a_4']);
  const hostile = ['"; DROP TABLE x; --', 'a"b', "a'b", 'a;b', 'a\nb', '😀', '中文', 'x'.repeat(300)];
  expect(columnNames(hostile)).toEqual(hostile);
  // DuckDB's name for the number of a row: a column of that name would hide it from grids and counts.
  expect(columnNames(['RowID', 'rowid_2'])).toEqual(['RowID_3', 'rowid_2']);
});
