import { type Coefficient, logistic } from './logistic.ts';
import type { Client } from './portfolio.ts';

/** Categorical fields of the client list that a portrait would show. */
export const traitFields = [
  '行业',
  '地区',
  '分支机构',
  '近12月逾期次数',
  '信用等级',
  '常用渠道',
  '主要产品',
  '风险信号',
  '通知偏好',
  '是否违约',
];

export interface Trait {
  field: string;
  value: string;
  /** With the trait, in the group and in all. */
  inGroup: number;
  inAll: number;
  tgi: number;
  /** n x |ln(smoothed ratio of shares)|, what portraits rank by. */
  rank: number;
}

/** Every trait of a group against all clients, the strongest first. */
export function traits(all: readonly Client[], group: readonly Client[], fields: readonly string[]): Trait[] {
  const [n, N] = [group.length, all.length];
  const found = fields.flatMap((field) =>
    [...new Set(all.map((client) => client[field] ?? ''))].filter(Boolean).map((value) => {
      const inGroup = group.filter((client) => client[field] === value).length;
      const inAll = all.filter((client) => client[field] === value).length;
      const ratio = (inGroup + 0.5) / (n + 1) / ((inAll + 0.5) / (N + 1));
      return {
        field,
        value,
        inGroup,
        inAll,
        tgi: (100 * inGroup * N) / (n * inAll),
        rank: n * Math.abs(Math.log(ratio)),
      };
    }),
  );
  return found.sort((a, b) => b.rank - a.rank);
}

export function isDefaulted(client: Client): boolean {
  return client.是否违约 === '是';
}

/** The planted drivers of default, fitted to the clients whose 资产负债率 is known. */
export function fittedDefaults(clients: readonly Client[]): Coefficient[] {
  const known = clients.filter((client) => client['资产负债率（%）'] !== '');
  const flag = (yes: boolean) => (yes ? 1 : 0);
  return logistic(
    ['leverage', 'overdue', 'utilisation', 'cashFlow', 'lawsuit', 'construction', 'interaction'],
    known.map((client) => [
      (Number(client['资产负债率（%）']) - 58) / 10,
      Number(client.近12月逾期次数),
      Number(client['余额（万元）']) / Number(client['授信额度（万元）']) - 0.5,
      flag(client.风险信号 === '现金流下滑'),
      flag(client.风险信号 === '涉诉'),
      flag(client.行业 === '建筑业'),
      flag(client.行业 === '批发和零售业' && client.常用渠道 === '第三方平台'),
    ]),
    known.map(isDefaulted),
  );
}
