import { execFile } from 'node:child_process';
import { mkdir, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { promisify } from 'node:util';

const core = '核心系统对公客户名册（2026年10月末）';
const app = '手机银行企业版用户清单';
const crm = 'CRM Relationship Accounts Export';
const flow = '对公账户交易流水';
const cities = ['上海市', '苏州', '宁波市', ' 上海', '深圳市', '未知'];
const channels = ['手机银行', '柜台', '企业网银', '客户经理上门', 'ATM', '银企直联'];

const table = (header: string, rows: number, line: (i: number) => readonly unknown[]): string =>
  `${header}\n${Array.from({ length: rows }, (_, i) => `${line(i).join(',')}\n`).join('')}`;
const padded = (i: number, width: number) => String(i).padStart(width, '0');
const company = (i: number) =>
  `${['长江', '黄河', '华夏', '东海'][i % 4]}第${i}实业${i % 5 === 0 ? '（集团）' : ''}有限公司`;
const creditCode = (i: number) => (i % 7 === 0 ? '' : `91310000MA4K${padded(i, 5)}X`);
const phone = (i: number) => (i % 9 === 3 ? '02162345678' : `138${padded(i * 7, 8)}`);

const files: Readonly<Record<string, string>> = {
  'core.csv': `${table(
    '客户编号,客户名称（工商登记全称）,统一社会信用代码,联系电话（对公预留）,注册地址所在城市,最近一次信息更新日期,日均存款余额（万元）',
    240,
    (i) => [
      `KH${padded(i === 9 ? 8 : i, 6)}`,
      company(i),
      creditCode(i),
      phone(i),
      cities[i % 6],
      i % 12 === 0 ? '2031-01-01' : `2026-0${1 + (i % 9)}-15`,
      i % 30 === 4 ? -999 : (i * 37) % 1000,
    ],
  )}KH900001,只有两列\nKH900002,${company(1)},,多出,一列,2026-01-01,10,又一列\n合计,,,,,,100000\n`,
  'app.csv': table('用户号,企业名称,信用代码,经办人手机,所在城市,注册时间', 120, (i) => [
    `U${padded(i, 5)}`,
    company(i * 2).replace('有限公司', i % 3 === 0 ? '' : '有限公司'),
    i % 11 === 5 ? '91310000MA4K99999X' : creditCode(i * 2).toLowerCase(),
    phone(i * 2),
    cities[(i * 2) % 6],
    `2025-0${1 + (i % 9)}-02`,
  ]),
  'crm.csv': table('Account,Legal name of the relationship,Credit code,Phone,City', 60, (i) => [
    `A-${padded(i, 4)}`,
    company(i * 3),
    creditCode(i * 3),
    phone(i * 3 + (i % 8 === 0 ? 1 : 0)),
    cities[(i * 3) % 6],
  ]),
  'flow.csv': table('客户编号,交易发生时间,交易金额（元）,交易渠道,产品', 1500, (i) => [
    `KH${padded((i * 13) % 250, 6)}`,
    `2026-${padded(1 + (i % 10), 2)}-${padded(1 + (i % 28), 2)} 09:${padded(i % 60, 2)}:00`,
    ((i * 7919) % 100_000) / 10,
    channels[i % 6],
    ['结算', '票据', '供应链融资'][i % 3],
  ]),
  'open.csv': table('客户编号,企业名称,行业,开户日期,余额,利率,省市,一月,二月', 90, (i) => [
    i % 20 === 7 ? i - 1 : i,
    i % 4 === 0 ? ` 华东　${i}号公司 ` : `华东${i}号公司`,
    ['制造业', '制造 业', '信息技术', '信息技述', '批发和零售业', ''][i % 6],
    ['2024/1/5', '20240106', '2024年1月7日', '不详', '2024.1.8'][i % 5],
    ['1.2万', '3000', '"2,500"', '待定', '￥500'][i % 5],
    ['3.5%', '4%', '', '3.85%'][i % 4],
    ['江苏省-苏州市', '上海市', '广东省-深圳市-南山区'][i % 3],
    i % 40 === 9 ? 99_999 : i * 10,
    i * 11,
  ]),
};

const none = { op: 'notNull' } as const;
const recipe = {
  name: '开户台账每月清洗（总行口径）',
  table: '开户台账',
  output: '清洗后的开户台账',
  steps: [
    { kind: 'trim', fields: ['企业名称', '行业', '省市'] },
    { kind: 'halfWidth', fields: ['企业名称'] },
    { kind: 'case', fields: ['企业名称'], to: 'upper' },
    { kind: 'replace', fields: ['企业名称'], find: '(\\d+)号', with: '\\1 号', match: 'pattern' },
    {
      kind: 'map',
      field: '行业',
      values: [
        { from: ['制造 业', '制造业'], to: '制造业' },
        {
          from: ['信息技述', '信息技术', '信息 技术', '计算机软件和信息技术服务'],
          to: '信息传输、软件和信息技术服务业',
        },
        { from: ['未知'], to: null },
      ],
    },
    { kind: 'dates', fields: ['开户日期'] },
    { kind: 'amounts', fields: ['余额', '利率'] },
    { kind: 'type', fields: ['客户编号'], type: 'text' },
    { kind: 'split', field: '省市', by: { kind: 'delimiter', delimiter: '-' }, into: ['省级行政区', '地级市'] },
    { kind: 'merge', fields: ['客户编号', '企业名称'], into: '编号与名称', separator: ' / ' },
    { kind: 'compute', into: '余额（万元）', expression: 'if([余额] > 0, round([余额] / 10000, 2), 0)' },
    {
      kind: 'rename',
      names: [
        { field: '一月', name: '一月日均' },
        { field: '二月', name: '二月日均' },
      ],
    },
    { kind: 'drop', fields: ['编号与名称'] },
    { kind: 'reorder', fields: ['企业名称', '行业'] },
    { kind: 'fill', fields: ['利率'], with: { kind: 'median' }, group: ['行业'] },
    { kind: 'outliers', fields: ['一月日均'], by: { kind: 'iqr' }, action: { kind: 'flag', into: '一月日均离群' } },
    { kind: 'dedupe', keys: ['客户编号'], keep: { kind: 'largest', field: '余额' } },
    {
      kind: 'filter',
      action: 'keep',
      conditions: [
        { field: '企业名称', test: none },
        { field: '余额', test: { op: 'between', low: 0, high: 1_000_000 } },
        { field: '行业', test: { op: 'in', values: ['制造业', '信息传输、软件和信息技术服务业', '批发和零售业'] } },
      ],
    },
    { kind: 'unpivot', fields: ['一月日均', '二月日均'], nameInto: '月份', valueInto: '日均余额' },
    { kind: 'pivot', rows: ['行业'], names: '月份', values: '日均余额', aggregate: 'sum' },
  ],
};

const attribute = (name: string, role: string, rule: object = { kind: 'first' }) => ({ name, role, rule });
const names = ['客户名称', '统一社会信用代码', '联系电话', '城市'] as const;
const fieldsOf = (...fields: readonly string[]) => Object.fromEntries(names.map((name, i) => [name, fields[i] ?? '']));
const channel = (value: string) => ({ field: '交易渠道', test: { op: 'eq', value } });
const last = { kind: 'last', size: 90, unit: 'day' };
const time = '交易发生时间';
const amount = '交易金额（元）';

export const portfolio = { core, app, crm, flow, recipe: recipe.name, opened: recipe.table };

const playbook = {
  format: 'clientscope.playbook',
  version: 1,
  name: '客户数据整理',
  data: [
    { name: core, file: 'core.csv', controls: [{ field: null, figure: '242' }] },
    { name: app, file: 'app.csv' },
    { name: crm, file: 'crm.csv' },
    { name: flow, file: 'flow.csv' },
    { name: recipe.table, file: 'open.csv', options: { columns: [{ column: '利率', type: 'text' }] } },
  ],
  recipes: [recipe],
  matches: [
    {
      name: '三份名单合并',
      output: '合并客户清单',
      idColumn: '客户编号',
      lists: [
        {
          table: core,
          fields: fieldsOf('客户名称（工商登记全称）', '统一社会信用代码', '联系电话（对公预留）', '注册地址所在城市'),
          key: '客户编号',
          date: '最近一次信息更新日期',
        },
        {
          table: app,
          fields: fieldsOf('企业名称', '信用代码', '经办人手机', '所在城市'),
          key: '用户号',
          date: '注册时间',
        },
        {
          table: crm,
          fields: fieldsOf('Legal name of the relationship', 'Credit code', 'Phone', 'City'),
          key: 'Account',
          date: null,
        },
      ],
      attributes: [
        attribute('客户名称', 'name', { kind: 'list', table: core }),
        attribute('统一社会信用代码', 'creditCode'),
        attribute('联系电话', 'phone', { kind: 'newest' }),
        attribute('城市', 'city', { kind: 'frequent' }),
      ],
      keys: ['creditCode', 'phone', 'nameCity'],
      sharedBy: 5,
      nearNames: true,
      facts: [{ table: flow, field: '客户编号', list: core, output: `${flow}（合并）` }],
      decisions: [],
    },
  ],
  clients: { table: core, key: { kind: 'field', field: '客户编号' }, facts: [{ table: flow, field: '客户编号' }] },
  features: [
    {
      name: '客户经营特征',
      output: '客户经营特征',
      features: [
        { name: '近90天交易笔数', table: flow, aggregate: 'count', time, window: last },
        {
          name: '手机银行金额',
          table: flow,
          aggregate: 'sum',
          field: amount,
          filters: [channel('手机银行')],
          time,
          window: last,
        },
        { name: '线上占比', table: flow, aggregate: 'share', field: amount, part: [channel('企业网银')], time },
        { name: '趋势', table: flow, aggregate: 'trend', field: amount, time },
        { name: '距最近一次天数', table: flow, aggregate: 'daysSince', time },
      ],
      tags: [
        {
          name: '高净值',
          column: '客户分层',
          rule: {
            kind: 'group',
            combine: 'and',
            negate: false,
            items: [
              {
                kind: 'condition',
                field: { table: '客户经营特征', field: '手机银行金额' },
                test: { op: 'ge', value: 9000 },
              },
            ],
          },
        },
      ],
    },
  ],
};

/** A workspace in which everything of intake is in use, with names as long as banks give them. Returns where it is. */
export async function madePortfolio(folder: string): Promise<string> {
  const data = join(folder, 'exports');
  await mkdir(data);
  for (const [name, content] of Object.entries(files)) await writeFile(join(data, name), content);
  const path = join(data, 'playbook.json');
  await writeFile(path, JSON.stringify(playbook));
  const workspace = join(folder, '客户数据整理');
  const to = ['--data', data, '--out', join(folder, 'out'), '--workspace', workspace];
  await promisify(execFile)(process.execPath, ['main/cli/index.ts', 'run', path, ...to]);
  return workspace;
}
