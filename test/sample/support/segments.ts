import { type Client, eventRows, transactionRows, uniqueClients } from './portfolio.ts';

/** Sizes of the playbook's segments, counted by hand-written rules. */
export async function segments(folder: string): Promise<Record<string, number>> {
  const all = uniqueClients(folder);
  const query = `SELECT "客户编号" AS key, bool_or("产品" = '跨境结算') AS abroad,
    bool_or("交易时间" >= TIMESTAMP '2026-08-03') AS recent FROM t GROUP BY 1`;
  const traded = new Map((await transactionRows(folder, query)).map((row) => [row.key, row]));
  const refused = new Set(eventRows(folder).flatMap((event) => (event.事件 === '申请拒绝' ? [event.客户编号] : [])));
  const count = (meets: (client: Client) => boolean) => all.filter(meets).length;
  const warned = (client: Client) =>
    client.是否违约 !== '是' &&
    (client.风险信号 === '现金流下滑' ||
      client.风险信号 === '涉诉' ||
      Number(client.近12月逾期次数) >= 2 ||
      Number(client['资产负债率（%）']) >= 85);
  return {
    制造业手机银行客户: count((client) => client.行业 === '制造业' && client.常用渠道 === '手机银行'),
    预警未违约客户: count(warned),
    跨境结算客户: count((client) => traded.get(client.客户编号 ?? '')?.abroad === true),
    近90天无交易客户: count((client) => traded.get(client.客户编号 ?? '')?.recent !== true),
    大额预警客户: count(
      (client) => warned(client) && Number(client['授信额度（万元）']) >= 500 && !refused.has(client.客户编号),
    ),
  };
}
