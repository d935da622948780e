import type { Dataset, Field } from '#shared/intake/index.ts';
import { alteredClass, isIdentity, isStricter, type Sensitivity } from '#shared/privacy/sensitivity.ts';
import type { Workspace } from '../workspace/index.ts';
import { dropViews } from './views.ts';

/** A field under a class: an identity shows no extremes. */
export function underClass(field: Field, sensitivity: Sensitivity): Field {
  const extremes = isIdentity(sensitivity) ? { minimum: null, maximum: null } : {};
  return { ...field, ...extremes, sensitivity };
}

/** Gives a stricter class of a field to all columns that were computed from it, in whatever dataset they are by now. */
export async function raiseDerived(
  workspace: Workspace,
  table: string,
  field: string,
  sensitivity: Sensitivity,
): Promise<void> {
  const { catalogue } = workspace;
  for (const { id } of catalogue.datasets.list()) {
    // Not as it was listed: raising one dataset raises what was made from it, which may be this one.
    const dataset = catalogue.datasets.byId(id);
    const classFor = ({ name }: Field) =>
      dataset.derived?.altered?.includes(name) ? alteredClass(sensitivity) : sensitivity;
    const raised = dataset.fields.filter(
      (own) => comesFrom(dataset, own, table, field) && isStricter(classFor(own), own.sensitivity),
    );
    if (raised.length === 0) continue;
    const fields = dataset.fields.map((own) => (raised.includes(own) ? underClass(own, classFor(own)) : own));
    for (const own of raised) {
      const { name, sensitivity: from } = own;
      catalogue.audit.append('sensitivity', dataset.name, { field: name, from, to: classFor(own), reason: table });
    }
    catalogue.datasets.replace(id, { ...dataset, fields });
    await dropViews(workspace, id);
    workspace.emit({ type: 'dataChanged', table: dataset.name, version: dataset.version });
    for (const own of raised) await raiseDerived(workspace, dataset.name, own.name, classFor(own));
  }
}

/** Object.hasOwn: a column may be called as what every object has. */
function comesFrom({ derived }: Dataset, { name }: Field, table: string, field: string): boolean {
  const origins = derived?.origins ?? {};
  return (
    Object.hasOwn(origins, name) && (origins[name] ?? []).some((each) => each.table === table && each.field === field)
  );
}
