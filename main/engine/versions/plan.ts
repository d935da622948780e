import { AppError } from '#shared/errors/index.ts';
import type { ColumnOption, Dataset, FieldType, Preview, ReadOptions } from '#shared/intake/index.ts';
import { type Differences, differencesBetween } from '#shared/versions/index.ts';
import { type IntakeContext, inspect, type Place, stopIfCancelled } from '../intake/index.ts';
import type { Workspace } from '../workspace/index.ts';
import { isSource } from './columns.ts';

/** How a newer file is going to be read, and how its columns differ from those of the dataset. */
export interface VersionPlan {
  readonly options: ReadOptions;
  /** False where the options of the version before do not fit the file, and others were detected. */
  readonly sameOptions: boolean;
  readonly preview: Preview;
  readonly differences: Differences;
  /** Columns that look like text now and are read as before: rows that do not fit go into quarantine. */
  readonly misfits: Differences['retyped'];
}

/** A dataset that comes from a file, or `datasetComputed`. */
export function fromFile({ catalogue }: Workspace, id: string): Dataset {
  const dataset = catalogue.datasets.byId(id);
  if (dataset.derived) throw new AppError('validation', 'datasetComputed', { name: dataset.name });
  return dataset;
}

/**
 * Looks at a newer file: read as the version before was, unless what is detected by itself has more of its columns (another
 * format, another encoding). What was said of columns that the file has not is left out.
 */
export async function planVersion(
  workspace: Workspace,
  dataset: Dataset,
  place: Place,
  context: IntakeContext,
): Promise<VersionPlan> {
  const { columns = [], entry: _, ...same } = dataset.options;
  const detected = await inspect(workspace, place, {}, context);
  const asBefore = await inspect(workspace, place, same, context).catch(() => {
    // Whatever a look says that was given up, it was given up.
    stopIfCancelled(context);
    return null;
  });
  const sameOptions = asBefore !== null && known(dataset, asBefore) >= known(dataset, detected);
  const preview = sameOptions ? asBefore : detected;
  const places = new Map(preview.columns.map(({ column }, i) => [column, i]));
  const said = columns.flatMap((option) => {
    const at = places.get(option.column);
    if (at === undefined) return [];
    const { type, ...untyped } = option;
    return [type !== undefined && becameIdentifier(type, preview, at) ? untyped : option];
  });
  const options = { ...(sameOptions ? same : {}), ...(said.length > 0 ? { columns: said } : {}) };
  // One file says nothing of the column that tells where rows are from.
  const fields = preview.together ? dataset.fields : dataset.fields.filter((field) => !isSource(dataset, field));
  const differences = differencesBetween(fields, fieldsOf(preview, options));
  const looks = differencesBetween(fields, fieldsOf(preview, { ...options, columns: said.map(withoutType) }));
  const misfits = looks.retyped.filter(
    ({ name, to }) => to === 'text' && !differences.retyped.some((each) => each.name === name),
  );
  return { options, sameOptions, preview, differences, misfits };
}

const withoutType = ({ type: _, ...option }: ColumnOption): ColumnOption => option;

/** A column of numbers in which identifiers stand now, with zeros before them or too long: a number would lose digits. */
function becameIdentifier(type: FieldType, { columns, sample }: Preview, at: number): boolean {
  if (columns[at]?.type !== 'text' || !['integer', 'number', 'decimal'].includes(type)) return false;
  const filled = sample.flatMap((row) => row[at] ?? []);
  return filled.length > 0 && filled.every((value) => /^\d+$/.test(value.trim()));
}

/** How many fields of the dataset a file has. */
function known(dataset: Dataset, preview: Preview): number {
  const fields = fieldsOf(preview, dataset.options);
  const names = new Set(fields.map(({ name }) => name.toLowerCase()));
  return dataset.fields.filter(({ name }) => names.has(name.toLowerCase())).length;
}

/** The fields that a file would become: what looks like a secret is left out unless the analyst said that it is none. */
function fieldsOf(preview: Preview, { columns = [] }: ReadOptions) {
  const said = new Map(columns.map((option) => [option.column, option]));
  return preview.columns.flatMap(({ column, type, sensitivity }) => {
    const option = said.get(column);
    if (option?.skip ?? sensitivity === 'secret') return [];
    return [{ name: option?.name ?? column, type: option?.type ?? type }];
  });
}
