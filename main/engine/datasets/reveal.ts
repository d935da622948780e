import { AppError } from '#shared/errors/index.ts';
import { isReason } from '#shared/privacy/reason.ts';
import { revealSeconds } from '#shared/privacy/reveal.ts';
import { isNeverShown } from '#shared/privacy/sensitivity.ts';
import { maskText } from '#shared/privacy/text.ts';
import { widest } from '#shared/privacy/widest.ts';
import type { Workspace } from '../workspace/index.ts';
import { fieldOf } from './fields.ts';
import { cellSql } from './gridSql.ts';
import { orderOf, viewOf } from './views.ts';

interface Wanted {
  readonly view: string;
  /** The row's place in the view, from 0. */
  readonly row: number;
  readonly field: string;
  readonly reason: string;
}

/**
 * The widest view of one cell, for a reason; see `datasets.reveal` of the contract. It is in the audit log, by the row's
 * number in the file's order, before it is handed out. Fails with `secretNotShown`, `personalNotShown`,
 * `reasonNeeded`, `rowGone`.
 */
export async function revealCell(
  workspace: Workspace,
  wanted: Wanted,
): Promise<{ value: string | null; seconds: number }> {
  const view = viewOf(workspace, wanted.view);
  const { dataset } = view;
  const field = fieldOf(dataset, wanted.field);
  if (isNeverShown(field.sensitivity)) {
    const message = field.sensitivity === 'secret' ? 'secretNotShown' : 'personalNotShown';
    throw new AppError('permission', message, { field: field.name });
  }
  if (!isReason(wanted.reason)) throw new AppError('validation', 'reasonNeeded');
  const [found] = await workspace.warehouse.rows(cellSql(dataset, orderOf(view), wanted.row, field.name));
  if (!found) throw new AppError('notFound', 'rowGone', { table: dataset.name });
  const value = found.value === null || found.value === undefined ? null : String(found.value);
  workspace.catalogue.audit.append('reveal', dataset.name, {
    version: dataset.version,
    field: field.name,
    row: Number(found.row) + 1,
    class: field.sensitivity,
    reason: maskText(wanted.reason.trim()),
  });
  const shown = widest(value, field.sensitivity);
  return { value: shown === null ? null : String(shown), seconds: revealSeconds };
}
