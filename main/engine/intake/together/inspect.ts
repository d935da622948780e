import {
  type Preview,
  provenanceColumns,
  type ReadOptions,
  type SlowDisk,
  suggestedName,
} from '#shared/intake/index.ts';
import type { IntakeContext } from '../context.ts';
import { previewRows } from '../limits.ts';
import { columnNames } from '../names.ts';
import type { Part, Parts } from '../place.ts';
import { slowAt } from '../source/pace.ts';
import { keyOf, planTogether } from './plan.ts';

/** The column that says which file a row came from. */
export const sourceColumn = provenanceColumns.file;

/** How several files would be read as one table. */
export async function inspectTogether(
  parts: Parts,
  options: ReadOptions,
  look: (part: Part) => Promise<Preview>,
  context: IntakeContext,
): Promise<Preview> {
  const plan = await planTogether(parts, look, context.signal);
  const [first] = plan.fitting;
  if (!first) throw new Error('no part fits');
  const chosen = new Map((options.columns ?? []).map(({ column, type }) => [keyOf(column), type]));
  const names = columnNames([...plan.columns.map(({ column }) => column), sourceColumn]);
  const sample = plan.fitting.flatMap(({ part, preview }) => {
    const places = plan.columns.map(({ column }) =>
      preview.columns.findIndex((each) => keyOf(each.column) === keyOf(column)),
    );
    // A few of each, so that the sample shows how they differ.
    const share = Math.max(3, Math.ceil(previewRows / plan.fitting.length));
    return preview.sample
      .slice(0, share)
      .map((row) => [...places.map((at) => (at < 0 ? null : (row[at] ?? null))), part.name]);
  });
  return {
    ...first.preview,
    file: parts.file,
    bytes: plan.fitting.reduce((total, { preview }) => total + preview.bytes, 0),
    suggestedName: suggestedName(parts.file.replace(/ \+ \d+$/, '')),
    ...{ entry: null, entries: [...parts.entries], together: true },
    columns: [
      ...plan.columns.map((column) => ({ ...column, type: chosen.get(keyOf(column.column)) ?? column.type })),
      { column: names.at(-1) ?? sourceColumn, type: 'text', sensitivity: 'internal' },
    ],
    sample: sample.slice(0, previewRows),
    noRows: plan.fitting.every(({ preview }) => preview.noRows),
    typesFixed: plan.fitting.every(({ preview }) => preview.typesFixed),
    remarks: [...plan.remarks],
    disk: diskOf(plan.fitting.map(({ preview }) => preview)),
  };
}

/** All of them have to be read: those on a slow disk take the time. */
function diskOf(previews: readonly Preview[]): SlowDisk | null {
  const paces = previews.flatMap(({ disk }) => (disk?.kind === 'slow' ? [disk.bytesPerSecond] : []));
  return paces.length === 0
    ? null
    : slowAt(
        Math.min(...paces),
        previews.reduce((total, { bytes }) => total + bytes, 0),
      );
}
