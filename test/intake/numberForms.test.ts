import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { numberFormOf } from '#engine/intake/delimited/numberForms.ts';
import { loadContent } from './support.ts';

describe('the form of numbers', () => {
  test.for<[string, string[], string | null]>([
    ['decimal commas', ['1.234,56', '0,5', '-7'], '.,'],
    ['thousands', ['1,234.56', '12', '1,000,000'], ',.'],
    ['spaces between thousands', ['1 234,56', '12,00'], ' ,'],
    ['apostrophes', ["1'234.50", '3'], "'."],
    ['percent', ['12.5%', '0 %'], '.%'],
    ['currency', ['¥1,234.00', '￥5', '3元'], ',.'],
    ['units', ['1.5万', '2亿', '300'], '.'],
    ['accounting', ['(1,234.00)', '3.00-'], ',.'],
    ['full width', ['１２３．４', '５'], '.'],
    ['groups of two points', ['200.000.000'], null],
    ['decimal commas alone', ['6,91', '0,512'], ','],
    ['decimal commas or thousands', ['6,912', '7,201'], null],
    ['the same with a zero', ['6,912', '0,512'], null],
    ['thousands of a currency, or points', ['€1.234', '€5.678'], null],
    ['thousands of a currency', ['¥1,234', '¥300', '0'], ',.'],
    ['thousands twice', ['1,234,567', '300'], ',.'],
    ['credit and debit', ['1,234.00 CR', '50.00DR', '0.00'], ',.D'],
    ['贷 and 借', ['300贷', '50 借'], '.D'],
    ['credit alone', ['50.00 CR', '60.00'], null],
    ['a sign and a side', ['-50.00 CR', '60.00 DR'], null],
    ['rates', ['3.125%', '4.350%'], '.%'],
    ['lists of codes', ['101,102', '103', '104,105,106'], null],
    ['lists of answers', ['1,2', '3', '2,12'], null],
    ['organisations', ['100.200.300', '101.201', '102.202.301'], null],
    ['numbering', ['（1）', '（2）', '（3）'], null],
    ['grades', ['3-', '4'], null],
    ['long digits in groups', ['1,234,567,890,123,456.50'], null],
    ['1.234 is no thousand by itself', ['1.234', '5.678'], null],
    ['plain numbers', ['1', '2.5'], null],
    ['two currencies', ['¥5', '$5'], null],
    ['percent and not', ['5%', '5'], null],
    ['phones', ['138 1234 5678'], null],
    ['groups of digits that name something', ['552 100 554', '552 100 555'], null],
    ['leading zeros', ['00,5'], null],
    ['long whole numbers', ['１２３４５６７８９０１２３４５６'], null],
    ['groups of the wrong size', ['1,23.4', '4,567'], null],
    ['a word', ['1,234', 'x'], null],
  ])('%s', ([, values, form]) => expect(numberFormOf(values)).toBe(form));
});

test('numbers written with marks are loaded as what they say, and a column that is none of it stays text', async () => {
  const rows = ['1,5;12.5%;¥1,234.00;1.5万;(2.00);1,234;5.00 DR', '0,25;3%;¥-5;2亿;1.00-;x;1.50 cr'];
  const { dataset, rows: loaded } = await loadContent('n.csv', `a;b;c;d;e;f;g\n${rows.join('\n')}\n`);
  expect(dataset.fields.map(({ type }) => type)).toEqual([...Array(5).fill('number'), 'text', 'number']);
  expect(loaded).toEqual([
    { a: '1.5', b: '0.125', c: '1234.0', d: '15000.0', e: '-2.0', f: '1,234', g: '-5.0' },
    { a: '0.25', b: '0.03', c: '-5.0', d: '200000000.0', e: '-1.0', f: 'x', g: '1.5' },
  ]);
});

test('the name of a column says that groups are those of amounts, but for points and lists', () => {
  expect(numberFormOf(['1,234,567', '0', '1,234'], true)).toBe(',.');
  expect(numberFormOf(['1,234', '5,678'], true)).toBe(',.');
  expect(numberFormOf(['1,234', '5,678'])).toBe(null);
  expect(numberFormOf(['101,102,103', '104'], true)).toBe(null);
  expect(numberFormOf(['100.200.300'], true)).toBe(null);
});

test('percent and units keep every digit, and the columns that were read so are named', async () => {
  const rows = ['12,3456789%;1,15万;1,234;(1,50', '3%;0,07亿;5,678;2,05', '0,1%;2万;7,201;3,10'];
  const { dataset, rows: loaded } = await loadContent('n.csv', `p;u;r;b\n${rows.join('\n')}\n`);
  expect(loaded.map(({ p }) => Number(p))).toEqual([0.123456789, 0.03, 0.001]);
  expect(loaded.map(({ u }) => Number(u))).toEqual([11_500, 7_000_000, 20_000]);
  expect(loaded.map(({ r, b }) => [r, b])).toEqual([
    ['1,234', '(1,50'],
    ['5,678', '2,05'],
    ['7,201', '3,10'],
  ]);
  expect(dataset.remarks).toEqual([{ kind: 'numberForms', count: 2, atLeast: false, names: ['p', 'u'] }]);
});

test('no line beside a table is in what is said of it', async () => {
  const rows = Array.from({ length: 9 }, (_, i) => `A${i},张三${i},北京市海淀区${i}号,${i}\n`).join('');
  const noted = '#A31,欧阳锋,上海市黄浦区人民路88号,99999\n';
  const { dataset } = await loadContent('rem.csv', `# 导出说明\n编号,姓名,地址,余额\n${rows}${noted}`);
  expect(dataset.remarks?.length).toBeGreaterThan(0);
  expect(JSON.stringify(dataset.remarks)).not.toMatch(/欧阳锋|人民路|导出/);
});

test('any amount comes back from any form it is written in', async () => {
  const amounts = fc.array(fc.integer({ min: -1e11, max: 1e11 }), { minLength: 2, maxLength: 20 });
  const grouped = (digits: string, mark: string) => digits.replace(/\B(?=(\d{3})+$)/g, mark);
  const forms: Readonly<Record<string, (whole: string, cents: string, sign: string) => string>> = {
    european: (whole, cents, sign) => `${sign}${grouped(whole, '.')},${cents}`,
    thousands: (whole, cents, sign) => `${sign}${grouped(whole, ',')}.${cents}`,
    accounting: (whole, cents, sign) =>
      sign ? `(${grouped(whole, ',')}.${cents})` : `${grouped(whole, ',')}.${cents}`,
    currency: (whole, cents, sign) => `${sign}¥${grouped(whole, ',')}.${cents}`,
    trailing: (whole, cents, sign) => `${grouped(whole, ',')}.${cents}${sign}`,
  };
  await fc.assert(
    fc.asyncProperty(amounts, fc.constantFrom(...Object.keys(forms)), async (cents, name) => {
      const write = (value: number) => {
        const digits = String(Math.abs(value)).padStart(3, '0');
        return forms[name]?.(digits.slice(0, -2), digits.slice(-2), value < 0 ? '-' : '');
      };
      // A first amount that shows the form, so that the sample cannot leave it open.
      const all = [123_456_789, ...cents];
      const content = `id;v\n${all.map((value, i) => `${i};${write(value)}`).join('\n')}\n`;
      const { rows } = await loadContent('v.csv', content);
      expect(rows.map(({ v }) => Number(v))).toEqual(all.map((value) => value / 100));
    }),
    { numRuns: 12 },
  );
});
