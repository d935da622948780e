import { AppError } from '#shared/errors/index.ts';
import type { Dataset, Derived, Field } from '#shared/intake/index.ts';
import { isReason } from '#shared/privacy/reason.ts';
import { isIdentity, isStricter, needsReason, type Sensitivity } from '#shared/privacy/sensitivity.ts';
import { maskText } from '#shared/privacy/text.ts';
import { identifier, sql } from '../warehouse/index.ts';
import type { Workspace } from '../workspace/index.ts';
import { fieldOf } from './fields.ts';
import { raiseDerived } from './raiseDerived.ts';
import { tableOf } from './tables.ts';
import { dropViews } from './views.ts';

interface Change {
  readonly dataset: string;
  readonly field: string;
  readonly sensitivity: Sensitivity;
  readonly reason: string | null;
}

/**
 * Gives a field another class; see `datasets.setSensitivity` of the contract. Everything that is shown afterwards is
 * masked by it; a stricter one reaches what was computed from the field. Fails with `reasonNeeded`.
 */
export async function setSensitivity(workspace: Workspace, change: Change): Promise<Dataset> {
  const { catalogue } = workspace;
  const before = catalogue.datasets.byId(change.dataset);
  const field = fieldOf(before, change.field);
  const from = field.sensitivity;
  if (from === change.sensitivity) return before;
  const reason = change.reason?.trim() ?? '';
  if (needsReason(from, change.sensitivity) && !isReason(reason)) throw new AppError('validation', 'reasonNeeded');
  const extremes = await extremesOf(workspace, before, field, change.sensitivity);
  // Read again: another field may have been changed while this one was looked at.
  const now = catalogue.datasets.byId(change.dataset);
  const dataset = {
    ...now,
    fields: now.fields.map((each) =>
      each.name === field.name ? { ...each, ...extremes, sensitivity: change.sensitivity } : each,
    ),
    ...(now.derived ? { derived: said(now.derived, field.name, from, change.sensitivity) } : {}),
  };
  catalogue.audit.append('sensitivity', dataset.name, {
    field: field.name,
    from,
    to: change.sensitivity,
    reason: maskText(reason),
  });
  catalogue.datasets.replace(dataset.id, dataset);
  // Open views still mask by the old class.
  await dropViews(workspace, dataset.id);
  workspace.emit({ type: 'dataChanged', table: dataset.name, version: dataset.version });
  if (isStricter(change.sensitivity, from)) await raiseDerived(workspace, dataset.name, field.name, change.sensitivity);
  return dataset;
}

/** Made again, a computed column would have the class that it had before it was given one by hand. */
function said(derived: Derived, name: string, from: Sensitivity, to: Sensitivity): Derived {
  const known = new Map(Object.entries(derived.classes ?? {}));
  return { ...derived, classes: Object.fromEntries(known.set(name, { from: known.get(name)?.from ?? from, to })) };
}

/** What an identity must not show, and what a field that is none any more may. */
async function extremesOf(
  { warehouse }: Workspace,
  dataset: Dataset,
  field: Field,
  to: Sensitivity,
): Promise<Pick<Field, 'minimum' | 'maximum'>> {
  if (isIdentity(to) || field.type === 'other') return { minimum: null, maximum: null };
  if (!isIdentity(field.sensitivity)) return { minimum: field.minimum, maximum: field.maximum };
  const column = identifier('t', field.name);
  const [row] = await warehouse.rows(
    sql`SELECT CAST(min(${column}) AS VARCHAR) AS low, CAST(max(${column}) AS VARCHAR) AS high FROM ${tableOf(dataset)} t`,
  );
  const text = (value: unknown) => (value === null || value === undefined ? null : String(value));
  return { minimum: text(row?.low), maximum: text(row?.high) };
}
