import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { weeks } from './support/figures.ts';
import { clientLines, clientRows, eventRows, shipped, transactionRows, uniqueClients } from './support/portfolio.ts';

const rows = clientRows(shipped);
const clients = uniqueClients(shipped);

describe('the client list', () => {
  it('is GB18030, not UTF-8, with CRLF', () => {
    const bytes = readFileSync(join(shipped, '客户清单.csv'));
    expect(() => new TextDecoder('utf-8', { fatal: true }).decode(bytes)).toThrow();
    const text = new TextDecoder('gb18030', { fatal: true }).decode(bytes);
    expect(text.split('\n').length).toBe(text.split('\r\n').length);
  });

  it('has 22 fields, but in the three lines that are documented', () => {
    const lines = clientLines(shipped);
    const odd = lines.flatMap((line, i) =>
      line.split(',').length === 22 ? [] : [[i + 1, line.split(',').length, line.slice(0, 8)]],
    );
    expect(odd).toEqual([
      [101, 5, '99999991'],
      [777, 23, '99999992'],
      [1500, 3, '99999993'],
    ]);
  });

  it('repeats ten rows exactly and five with another phone number', () => {
    expect(rows.length).toBe(2015);
    expect(clients.length).toBe(2000);
    const exact = rows.length - new Set(rows.map((row) => JSON.stringify(row))).size;
    const otherwise = new Set(rows.map((row) => JSON.stringify({ ...row, 联系电话: '' })));
    expect([exact, rows.length - otherwise.size]).toEqual([10, 15]);
  });

  it('keeps leading zeros in client numbers and manager numbers', () => {
    expect(clients.every((client) => /^0000\d{4}$/.test(client.客户编号 ?? ''))).toBe(true);
    expect(clients.every((client) => /^0\d{3}$/.test(client.客户经理工号 ?? ''))).toBe(true);
  });

  it('leaves as many values blank as documented', () => {
    const blank = (field: string) => clients.filter((client) => client[field] === '').length;
    expect(['信用等级', '资产负债率（%）', '员工人数', '联系电话'].map(blank)).toEqual([212, 126, 90, 37]);
  });

  it('has different, valid credit codes that no company can have', () => {
    const codes = clients.map((client) => client.统一社会信用代码 ?? '');
    expect(new Set(codes).size).toBe(2000);
    expect(codes.filter((code) => !isValidCode(code))).toEqual([]);
    expect(codes.every((code) => code.startsWith('YY', 8))).toBe(true);
  });

  it('uses amounts with two decimals, balances within the credit line, and dates in order', () => {
    for (const client of clients) {
      expect(client['授信额度（万元）']).toMatch(/^\d+\.\d\d$/);
      expect(client['余额（万元）']).toMatch(/^\d+\.\d\d$/);
      expect(Number(client['余额（万元）'])).toBeLessThanOrEqual(Number(client['授信额度（万元）']));
      expect((client.成立日期 ?? '') <= (client.开户日期 ?? '')).toBe(true);
      expect((client.开户日期 ?? '') <= '2026-09-30').toBe(true);
    }
  });

  it('gives phone numbers of a range that is not in use', () => {
    expect(rows.filter((row) => !/^(154\d{8})?$/.test(row.联系电话 ?? ''))).toEqual([]);
  });
});

describe('the transactions', () => {
  it('are 40,000 in order of time, over 24 months', async () => {
    const [found] = await transactionRows(
      shipped,
      `SELECT count(*) AS n, count(DISTINCT "交易编号") AS ids, min("交易时间")::DATE::VARCHAR AS first,
        max("交易时间")::DATE::VARCHAR AS last, min("金额（元）") > 0 AS positive FROM t`,
    );
    expect(found).toEqual({ n: 40_000, ids: 40_000, first: '2024-11-01', last: '2026-10-31', positive: true });
    const [order] = await transactionRows(
      shipped,
      `SELECT count(*) FILTER (later < "交易时间") AS wrong
       FROM (SELECT "交易时间", lead("交易时间") OVER (ORDER BY "交易编号") AS later FROM t)`,
    );
    expect(order).toEqual({ wrong: 0 });
  });

  it('belong to listed clients, but for the documented ones of closed accounts', async () => {
    const keys = new Set(clients.map((client) => client.客户编号));
    const perClient = await transactionRows(shipped, `SELECT "客户编号" AS key, count(*) AS n FROM t GROUP BY 1`);
    const unmatched = perClient.filter((row) => !keys.has(String(row.key)));
    expect([perClient.length - unmatched.length, unmatched.reduce((sum, row) => sum + Number(row.n), 0)]).toEqual([
      1894, 38,
    ]);
  });

  it('bring their types', async () => {
    const types = await transactionRows(shipped, 'SELECT column_type AS type FROM (DESCRIBE FROM t)');
    expect(types.map((row) => row.type)).toEqual([
      'VARCHAR',
      'VARCHAR',
      'TIMESTAMP',
      'DECIMAL(18,2)',
      'VARCHAR',
      'VARCHAR',
      'VARCHAR',
    ]);
  });
});

describe('the application events', () => {
  const events = eventRows(shipped);

  it('are in order of time and end before the day the data stands for', () => {
    const times = events.map((event) => event.时间 ?? '');
    expect(times).toEqual([...times].sort());
    expect((times.at(-1) ?? '') < '2026-11-01').toBe(true);
  });

  it('belong to listed clients', () => {
    const keys = new Set(clients.map((client) => client.客户编号));
    expect(events.every((event) => keys.has(event.客户编号))).toBe(true);
  });
});

describe('the campaigns', () => {
  it('are 110 weeks of five campaigns, without a cost of zero', async () => {
    const found = await weeks(shipped);
    expect(found.length).toBe(110);
    expect(new Set(found.map((week) => week.campaign)).size).toBe(5);
    expect(found.every((week) => week.cost > 0 && week.revenue > 0)).toBe(true);
  });
});

/** GB 32100-2015, with the organisation number's own check (GB 11714) inside: written from the standards. */
function isValidCode(code: string): boolean {
  const letters = '0123456789ABCDEFGHJKLMNPQRTUWXY';
  if (!/^91\d{6}[0-9A-Z]{10}$/.test(code)) return false;
  let sum = 0;
  for (let i = 0; i < 17; i += 1) sum += letters.indexOf(code.charAt(i)) * (3 ** i % 31);
  const organisation = code.slice(8, 17);
  const factors = [3, 7, 9, 10, 5, 8, 4, 2];
  const inner = factors.reduce((total, factor, i) => total + Number.parseInt(organisation.charAt(i), 36) * factor, 0);
  const check = (11 - (inner % 11)) % 11;
  return (
    letters.charAt((31 - (sum % 31)) % 31) === code.charAt(17) &&
    organisation.charAt(8) === (check === 10 ? 'X' : String(check))
  );
}
