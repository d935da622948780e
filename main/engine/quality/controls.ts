import type { Provenance } from '#shared/contract/index.ts';
import { type Control, canBeSummed, checkOf, expectedOf, type Reconciliation } from '#shared/controls/index.ts';
import type { Dataset, Field } from '#shared/intake/index.ts';
import { provenanceOf, tableOf, versionOf } from '../datasets/index.ts';
import { identifier, join, type QueryOptions, raw, type Sql, sql } from '../warehouse/index.ts';
import type { Workspace } from '../workspace/index.ts';

/** Holds a dataset against its control figures; see `quality.reconcile` of the contract. */
export async function reconcile(
  workspace: Workspace,
  id: string,
  options: QueryOptions = {},
): Promise<{ result: Reconciliation; provenance: Provenance }> {
  const started = performance.now();
  const dataset = workspace.catalogue.datasets.byId(id);
  const expected = expectedOf(dataset.controls ?? [], dataset.ownFigures ?? []);
  const fields = expected.map(({ field }) => dataset.fields.find((each) => each.name === field && canBeSummed(each)));
  const statement = sumsSql(dataset, fields);
  const [row] = expected.length === 0 ? [] : await workspace.warehouse.rows(statement, options);
  const { totals = 0, blank = 0, comments = 0 } = dataset.accounting ?? {};
  const aside = { quarantined: dataset.quarantined, totals, blank, comments };
  const checks = expected.map((each, i) => {
    if (each.field === null) return checkOf(each, String(dataset.rows), 0, aside);
    const unsure = Number(row?.[`u${i}`] ?? 0) > 0;
    const sum = fields[i] && !unsure ? plain(String(row?.[`s${i}`] ?? '0')) : null;
    return checkOf(each, sum, Number(row?.[`e${i}`] ?? 0), aside);
  });
  const statements = expected.length === 0 ? [] : [statement];
  return {
    result: { checks, aside },
    provenance: provenanceOf(statements, [], [versionOf(dataset)], started),
  };
}

/**
 * Exact sums: a number with a fraction is added up as the decimal that it is written as, to ten places. What no decimal
 * holds (beyond 28 digits, or not finite) is counted, and then there is no sum. Pure.
 */
function sumsSql(dataset: Dataset, fields: readonly (Field | undefined)[]): Sql {
  const columns = fields.flatMap((field, i) => {
    if (!field) return [];
    const value = identifier('t', field.name);
    const exact = field.type === 'integer' ? value : sql`TRY_CAST(CAST(${value} AS VARCHAR) AS DECIMAL(38, 10))`;
    return [
      sql`CAST(sum(${exact}) AS VARCHAR) AS ${raw(`s${i}`)}`,
      sql`count(*) - count(${value}) AS ${raw(`e${i}`)}`,
      sql`count(${value}) - count(${exact}) AS ${raw(`u${i}`)}`,
    ];
  });
  return sql`SELECT ${join([sql`count(*) AS n`, ...columns], ', ')} FROM ${tableOf(dataset)} t`;
}

const plain = (text: string) => (text.includes('.') ? text.replace(/\.?0+$/, '') : text);

/** Sets the control figures of a dataset, instead of those that it has. They stay with it through all versions. */
export function setControls({ catalogue }: Workspace, id: string, controls: readonly Control[]): Dataset {
  const { controls: _, ...dataset } = catalogue.datasets.byId(id);
  const made = controls.length === 0 ? dataset : { ...dataset, controls: [...controls] };
  catalogue.datasets.replace(id, made);
  catalogue.audit.append('controls', dataset.name, { version: dataset.version, figures: controls.length });
  return made;
}
