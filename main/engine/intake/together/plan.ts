import { AppError, toAppError } from '#shared/errors/index.ts';
import type { FieldType, Preview, Remark } from '#shared/intake/index.ts';
import type { Part, Parts } from '../place.ts';

/** A file that goes into the table. */
export interface FittingPart {
  readonly part: Part;
  readonly preview: Preview;
}

/** How several files become one table. */
export interface TogetherPlan {
  readonly fitting: readonly FittingPart[];
  readonly leftOut: readonly string[];
  /** All columns of the fitting files, in the order in which they first occur. */
  readonly columns: readonly Preview['columns'][number][];
  readonly remarks: readonly Remark[];
}

/** Looks at each file, and leaves out those that cannot be read or have too little in common with the others. */
export async function planTogether(
  parts: Parts,
  look: (part: Part) => Promise<Preview>,
  signal: AbortSignal | undefined,
): Promise<TogetherPlan> {
  const seen: FittingPart[] = [];
  const leftOut: string[] = [];
  let failure: AppError | undefined;
  for (const part of parts.all) {
    try {
      seen.push({ part, preview: await look(part) });
    } catch (thrown) {
      const error = toAppError(thrown);
      if (signal?.aborted || ['cancelled', 'diskFull', 'internal'].includes(error.code)) throw error;
      failure ??= error;
      leftOut.push(part.name);
    }
  }
  if (seen.length === 0 && failure) throw failure;
  const counts = new Map<string, number>();
  for (const { preview } of seen) for (const key of keysOf(preview)) counts.set(key, (counts.get(key) ?? 0) + 1);
  const common = [...counts].filter(([, count]) => count * 2 >= seen.length).map(([key]) => key);
  const fits = ({ preview }: FittingPart) => {
    const own = new Set(keysOf(preview));
    return common.filter((key) => own.has(key)).length * 2 > common.length;
  };
  const fitting = seen.filter(fits);
  if (fitting.length === 0) throw new AppError('validation', 'togetherNothingFits', { file: parts.file });
  leftOut.push(...seen.filter((each) => !fits(each)).map(({ part }) => part.name));
  const columns = unionOf(fitting);
  return { fitting, leftOut, columns, remarks: remarksOn(fitting, leftOut, columns) };
}

/** Columns are the same where their names are, capitals aside: DuckDB's are. */
export const keyOf = (name: string) => name.trim().toLowerCase();

const keysOf = (preview: Preview) => preview.columns.map(({ column }) => keyOf(column));

function unionOf(fitting: readonly FittingPart[]): Preview['columns'] {
  const columns = new Map<string, Preview['columns'][number]>();
  for (const { preview } of fitting)
    preview.columns.forEach(({ column, type, sensitivity }, i) => {
      const known = columns.get(keyOf(column));
      const empty = preview.sample.every((row) => row[i] === null);
      // A column without a value says nothing of its type.
      if (!known) columns.set(keyOf(column), { column, type, sensitivity });
      else {
        const widened = empty
          ? known.type
          : isEmptySoFar(fitting, preview, known.column)
            ? type
            : wider(known.type, type);
        const strict = known.sensitivity === 'internal' ? sensitivity : known.sensitivity;
        columns.set(keyOf(column), { ...known, type: widened, sensitivity: strict });
      }
    });
  return [...columns.values()];
}

/** Whether no file before this one holds a value of the column. */
function isEmptySoFar(fitting: readonly FittingPart[], until: Preview, column: string): boolean {
  for (const { preview } of fitting) {
    if (preview === until) return true;
    const at = preview.columns.findIndex((each) => keyOf(each.column) === keyOf(column));
    if (at >= 0 && preview.sample.some((row) => row[at] !== null)) return false;
  }
  return true;
}

const numeric: readonly FieldType[] = ['integer', 'decimal', 'number'];

/** The type that holds the values of both. */
export function wider(one: FieldType, other: FieldType): FieldType {
  if (one === other) return one;
  if (numeric.includes(one) && numeric.includes(other)) return 'number';
  const moments: readonly FieldType[] = ['date', 'timestamp'];
  return moments.includes(one) && moments.includes(other) ? 'timestamp' : 'text';
}

function remarksOn(
  fitting: readonly FittingPart[],
  leftOut: readonly string[],
  columns: readonly Preview['columns'][number][],
): Remark[] {
  const having = (key: string) => fitting.filter(({ preview }) => keysOf(preview).includes(key));
  const extra = columns.flatMap(({ column }) => {
    const files = having(keyOf(column));
    return files.length * 2 < fitting.length ? [`${column} (${files.map(({ part }) => part.name).join(', ')})`] : [];
  });
  const usual = columns.filter(({ column }) => having(keyOf(column)).length * 2 >= fitting.length);
  const missing = fitting.flatMap(({ part, preview }) => {
    const own = new Set(keysOf(preview));
    const lacks = usual.filter(({ column }) => !own.has(keyOf(column))).map(({ column }) => column);
    return lacks.length === 0 ? [] : [`${part.name}: ${lacks.join(', ')}`];
  });
  const mixed = columns.filter(({ column }) => {
    const types = fitting.flatMap(({ preview }) => {
      const at = preview.columns.findIndex((each) => keyOf(each.column) === keyOf(column));
      return at < 0 || preview.sample.every((row) => row[at] === null) ? [] : [preview.columns[at]?.type];
    });
    return new Set(types).size > 1;
  });
  const said = (kind: Remark['kind'], names: readonly string[]): Remark[] =>
    names.length === 0 ? [] : [{ kind, count: names.length, atLeast: false, names: [...names] }];
  return [
    ...said(
      'joinedFiles',
      fitting.map(({ part }) => part.name),
    ),
    ...said('leftOut', leftOut),
    ...said('missingColumns', missing),
    ...said('extraColumns', extra),
    ...said(
      'mixedTypes',
      mixed.map(({ column }) => column),
    ),
  ];
}
