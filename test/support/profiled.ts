import { tableOf } from '#engine/datasets/index.ts';
import { profile } from '#engine/intake/profile.ts';
import type { Bindable } from '#engine/warehouse/index.ts';
import type { Workspace } from '#engine/workspace/index.ts';
import type { Dataset } from '#shared/intake/index.ts';
import { addTable, type TestColumn } from './tables.ts';

/** A dataset out of rows, with the light profile that intake would have made. */
export async function addProfiled(
  workspace: Workspace,
  name: string,
  columns: readonly TestColumn[],
  rows: readonly (readonly Bindable[])[],
): Promise<Dataset> {
  const dataset = await addTable(workspace, name, columns, rows);
  const described = dataset.fields.map((field) => ({ name: field.name, type: field.nativeType }));
  const sensitivities = dataset.fields.map(({ sensitivity }) => sensitivity);
  const fields = await workspace.warehouse.withSession((session) =>
    profile(session, tableOf(dataset), described, sensitivities, {}),
  );
  const profiled = { ...dataset, fields };
  workspace.catalogue.datasets.replace(dataset.id, profiled);
  return profiled;
}
