import type { ColumnOption, ReadOptions } from '#shared/intake/index.ts';
import { maskRecord } from '#shared/privacy/record.ts';
import type { Session } from '../../warehouse/index.ts';
import { decodeSample, takeSample } from '../detect/sample.ts';
import type { LoadedParts, Loading, LoadTarget } from '../loading.ts';
import { hideSkipped } from '../secrets.ts';
import { withSource } from '../source/source.ts';
import { loadDelimited } from './load.ts';
import { type DelimitedPlan, planDelimited } from './plan.ts';

/** Loads a delimited text. The plan is made from the staged copy, which can be sampled at its middle and end, too. */
export async function loadDelimitedText(loading: Loading): Promise<LoadedParts> {
  const { warehouse, file, path, digest, options, recognised, target, context } = loading;
  const pieces = await withSource(path, async (staged) => decodeSample(await takeSample(staged), 'utf-8'));
  const first = planDelimited(pieces, options, file);
  const settled = loading.settle(
    first.columns.map(({ column }, i) => ({ column, values: () => first.rows.map(({ values }) => values[i] ?? null) })),
  );
  const plan = settled === options ? first : planDelimited(pieces, settled, file);
  const source = {
    path,
    file,
    digest,
    encoding: recognised.encoding ?? 'utf-8',
    onlyAscii: recognised.onlyAscii,
    revise: true,
  };
  const loaded = await loadDelimited(warehouse, source, plan, target, context, (session, { quarantined }) =>
    hideSkippedCells(session, target, plan, quarantined),
  );
  const { rows, quarantined, sha256 } = loaded;
  return { rows, quarantined, sha256, options: optionsOf(loaded.plan) };
}

function optionsOf(plan: DelimitedPlan): ReadOptions {
  const { delimiter, quote, skip } = plan.dialect;
  return { delimiter, quote, skip, header: plan.header, columns: columnOptionsOf(plan) };
}

/** The columns of a plan as a user would have set them. */
export function columnOptionsOf(plan: Pick<DelimitedPlan, 'columns'>): ColumnOption[] {
  return plan.columns.map(({ column, name, type, skip, reason }) => ({
    column,
    ...(name === column ? {} : { name }),
    ...(skip ? { skip } : { type }),
    ...(reason === undefined ? {} : { skip, reason }),
  }));
}

/** Quarantined lines hold whole records, those of the columns that were left out too. */
export async function hideSkippedCells(
  session: Session,
  target: LoadTarget,
  plan: Pick<DelimitedPlan, 'columns' | 'dialect'>,
  quarantined: number,
): Promise<void> {
  if (quarantined === 0 || !plan.columns.some(({ skip }) => skip)) return;
  const classes = plan.columns.map(({ skip }) => (skip ? 'secret' : 'internal'));
  await hideSkipped(session, target.quarantine, (line) => maskRecord(line, plan.dialect, classes, (text) => text));
}
