import { randomUUID } from 'node:crypto';
import type { GridView } from '#shared/contract/index.ts';
import { AppError } from '#shared/errors/index.ts';
import type { Dataset } from '#shared/intake/index.ts';
import type { QueryOptions } from '../warehouse/index.ts';
import { identifier, type Sql, sql } from '../warehouse/index.ts';
import type { Workspace } from '../workspace/index.ts';
import { fieldOf } from './fields.ts';
import { orderSql, pageSql } from './gridSql.ts';
import { maskedColumn } from './masked.ts';

export interface OpenView {
  id: string;
  dataset: Dataset;
  /** The scratch table with the row order; null where the order is the file's. */
  order: string | null;
}

/** More than one, because the one before is still being read when the next is opened. */
const kept = 4;

/** Grid views of a workspace. They are a cache: one that is gone is opened again by the window. */
const viewsOf = new WeakMap<Workspace, OpenView[]>();

/** Fixes the row order of a sort and filters; see `datasets.openView` of the contract. */
export async function openView(
  workspace: Workspace,
  view: GridView,
  options: QueryOptions,
): Promise<{ view: string; rows: number }> {
  const dataset = workspace.catalogue.datasets.byId(view.dataset);
  if (view.sort.length === 0 && view.filters.length === 0) {
    return { view: await keep(workspace, { id: randomUUID(), dataset, order: null }), rows: dataset.rows };
  }
  const order = `v_${randomUUID()}`;
  const opened = { id: order, dataset, order };
  try {
    await workspace.warehouse.run(orderSql(dataset, identifier('scratch', order), view), options);
    const [count] = await workspace.warehouse.rows(sql`SELECT count(*) AS n FROM ${identifier('scratch', order)}`);
    return { view: await keep(workspace, opened), rows: Number(count?.n ?? 0) };
  } catch (thrown) {
    await abandon(workspace, opened);
    throw thrown;
  }
}

/** Leaves nothing of a view that no one will be told of. */
async function abandon(workspace: Workspace, view: OpenView): Promise<void> {
  const views = viewsOf.get(workspace) ?? [];
  viewsOf.set(
    workspace,
    views.filter((candidate) => candidate !== view),
  );
  // What the caller must learn is why the view failed; a table that stays goes with the scratch database.
  await drop(workspace, view).catch(() => undefined);
}

/** A page of a view, columns in the order of `fields`. Fails with `viewExpired`. */
export async function readPage(
  workspace: Workspace,
  page: { view: string; offset: number; limit: number; fields: string[] },
) {
  const view = viewOf(workspace, page.view);
  const { rows, columns } = await workspace.warehouse.columns(pageSql(view.dataset, orderOf(view), page));
  // A page without rows has no columns either.
  const masked = page.fields.flatMap((name, i) => {
    const column = columns[i];
    return column ? [maskedColumn(column, fieldOf(view.dataset, name))] : [];
  });
  return { offset: page.offset, rows, columns: masked };
}

/** An open view by its id, or `viewExpired`. */
export function viewOf(workspace: Workspace, id: string): OpenView {
  const view = viewsOf.get(workspace)?.find((candidate) => candidate.id === id);
  if (!view) throw new AppError('notFound', 'viewExpired');
  return view;
}

/** The table with the row order of a view; null where that is the file's. */
export function orderOf(view: OpenView): Sql | null {
  return view.order === null ? null : identifier('scratch', view.order);
}

/** Forgets the views of a dataset that is about to go. */
export async function dropViews(workspace: Workspace, datasetId: string): Promise<void> {
  const views = viewsOf.get(workspace) ?? [];
  viewsOf.set(
    workspace,
    views.filter((view) => view.dataset.id !== datasetId),
  );
  for (const view of views.filter((candidate) => candidate.dataset.id === datasetId)) await drop(workspace, view);
}

async function keep(workspace: Workspace, view: OpenView): Promise<string> {
  const views = [...(viewsOf.get(workspace) ?? []), view];
  const old = views.splice(0, Math.max(0, views.length - kept));
  viewsOf.set(workspace, views);
  for (const gone of old) await drop(workspace, gone);
  return view.id;
}

async function drop(workspace: Workspace, view: OpenView): Promise<void> {
  if (view.order !== null)
    await workspace.warehouse.run(sql`DROP TABLE IF EXISTS ${identifier('scratch', view.order)}`);
}
