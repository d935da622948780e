import { AppError } from '#shared/errors/index.ts';
import type { Field } from '#shared/intake/index.ts';
import type { MatchDefinition, MatchKey } from '#shared/matching/index.ts';
import { keySql } from '../clients/index.ts';
import { fieldOf, tableOf } from '../datasets/index.ts';
import { identifier, join, literal, raw, type Sql, sql } from '../warehouse/index.ts';
import type { Workspace } from '../workspace/index.ts';
import { columnsNotTaken } from './columns.ts';
import type { MatchInputs } from './inputs.ts';
import { listOfRow, numberOfRow, rowId, textOf } from './keys.ts';
import type { Scratch } from './scratch.ts';

const keyNames: Readonly<Record<MatchKey, string>> = {
  creditCode: '统一社会信用代码',
  idNumber: '证件号码',
  phone: '电话',
  nameCity: '名称与城市',
  clientNumber: '客户号',
};

/** Names of the columns of the lineage: the merged client's number as it is called, the others beside it. */
export function lineageColumns({ idColumn }: Pick<MatchDefinition, 'idColumn'>) {
  const [list = '名单', row = '行号', own = '名单内编号', by = '合并依据'] = columnsNotTaken(
    [idColumn],
    ['名单', '行号', '名单内编号', '合并依据'],
  );
  return { id: idColumn, list, row, own, by };
}

/** Where each client comes from: a row for each row of each list, in their order. */
export function lineageQuery({ definition, lists }: MatchInputs, scratch: Scratch): Sql {
  const columns = lineageColumns(definition);
  const own = lists.map(({ dataset, key }, at) => {
    return sql`SELECT ${rowId(at, sql`t.rowid`)} AS rid, ${textOf(key)} AS own FROM ${tableOf(dataset)} t`;
  });
  const table = definition.lists.map((list, at) => sql`WHEN ${raw(String(at))} THEN ${literal(list.table)}`);
  const by = definition.keys.map((key, at) => sql`WHEN ${raw(String(at))} THEN ${literal(keyNames[key])}`);
  return sql`SELECT cl.id AS ${identifier(columns.id)}, CASE ${listOfRow(sql`o.rid`)} ${join(table, ' ')} END AS ${identifier(columns.list)},
    ${numberOfRow(sql`o.rid`)} AS ${identifier(columns.row)}, o.own AS ${identifier(columns.own)}, CASE j.joined ${join(by, ' ')} WHEN -1 THEN '人工认定' END AS ${identifier(columns.by)}
    FROM (${join(own, ' UNION ALL ')}) o LEFT JOIN ${scratch.joined} j ON j.rid = o.rid JOIN ${scratch.clients} cl ON cl.c = coalesce(j.c, o.rid) ORDER BY o.rid`;
}

/** A table that hangs on one of the lists, with the number of the merged client behind its own columns; empty where no row of the list has its key. */
export function factQuery(
  { catalogue }: Workspace,
  { definition, lists }: MatchInputs,
  fact: MatchDefinition['facts'][number],
  scratch: Scratch,
): { query: Sql; column: string; fields: readonly Field[] } {
  const dataset = catalogue.datasets.get(fact.table);
  const field = fieldOf(dataset, fact.field);
  const at = lists.findIndex(({ list }) => list.table === fact.list);
  const list = lists[at];
  if (!list || list.key === null)
    throw new AppError('validation', 'matchFactUnlinked', { table: fact.table, list: fact.list });
  const column =
    columnsNotTaken(
      dataset.fields.map(({ name }) => name),
      [definition.idColumn],
    )[0] ?? definition.idColumn;
  const row = rowId(at, sql`t.rowid`);
  const known = sql`SELECT ${keySql('t', list.key)} AS k, arg_min(cl.id, ${row}) AS id
    FROM ${tableOf(list.dataset)} t LEFT JOIN ${scratch.joined} j ON j.rid = ${row} JOIN ${scratch.clients} cl ON cl.c = coalesce(j.c, ${row}) GROUP BY 1`;
  return {
    query: sql`SELECT f.*, known.id AS ${identifier(column)} FROM ${tableOf(dataset)} f LEFT JOIN (${known}) known
      ON known.k = ${keySql('f', field)} ORDER BY f.rowid`,
    column,
    fields: dataset.fields,
  };
}
