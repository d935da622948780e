import { AppError } from '#shared/errors/index.ts';
import type { Accounting, ColumnOption, ReadOptions } from '#shared/intake/index.ts';
import { maskRecord } from '#shared/privacy/record.ts';
import type { Session } from '../../warehouse/index.ts';
import { decodeSample, takeSample } from '../detect/sample.ts';
import type { LoadedParts, Loading, LoadTarget } from '../loading.ts';
import { hideSkipped } from '../secrets.ts';
import { withSource } from '../source/source.ts';
import { accountFor, accountOf } from './accounting.ts';
import { withPlainText } from './careful.ts';
import { digest, writtenAnew } from './digest.ts';
import type { DelimitedSource } from './judge.ts';
import { loadDelimited } from './load.ts';
import { type DelimitedPlan, planDelimited } from './plan.ts';
import { remarksOnText } from './remarks.ts';

/** Loads a delimited text. */
export async function loadDelimitedText(loading: Loading): Promise<LoadedParts> {
  const plan = await planOf(loading);
  if (plan.irregular) return loadCarefully(loading, plan);
  try {
    return await loadPlainly(loading, plan);
  } catch (thrown) {
    // A quote left open makes a line that is too long: record by record only that one line is lost.
    const tooLong = thrown instanceof AppError && thrown.messageId === 'fileLineTooLong';
    if (!tooLong && !(thrown instanceof Unaccounted)) throw thrown;
    return loadCarefully(loading, plan);
  }
}

/**
 * The plan is made from the staged copy, which can be sampled at its middle and end, too. It comes without the rows of the sample:
 * they would stay in memory beside those of the table.
 */
async function planOf({ file, path, options, settle }: Loading): Promise<DelimitedPlan> {
  const sample = await withSource(path, takeSample, { file });
  const pieces = decodeSample(sample, 'utf-8');
  const first = planDelimited(pieces, options, file, sample.whole);
  const settled = settle(
    first.columns.map(({ column }, i) => ({ column, values: () => first.rows.map(({ values }) => values[i] ?? null) })),
  );
  const plan = settled === options ? first : planDelimited(pieces, settled, file, sample.whole);
  return { ...plan, rows: [] };
}

/** Thrown inside the transaction where DuckDB's rows are not those of the file: it is read record by record then. */
class Unaccounted extends Error {}

function sourceOf({ path, file, digest, recognised }: Loading): DelimitedSource {
  const { encoding, onlyAscii } = recognised;
  return { path, file, digest, encoding: encoding ?? 'utf-8', onlyAscii, damageSeen: recognised.damaged, revise: true };
}

/** Lets DuckDB read the file by itself, and holds what it has read against the lines of the file. */
async function loadPlainly(loading: Loading, plan: DelimitedPlan): Promise<LoadedParts> {
  const { warehouse, target, context } = loading;
  let accounting: Accounting | null = null;
  const loaded = await loadDelimited(warehouse, sourceOf(loading), plan, target, context, async (session, facts) => {
    // DuckDB refuses rows whose quotes can be made sense of.
    if (facts.unquoted > 0) throw new Unaccounted();
    accounting = await accountFor(loading.path, plan, facts, context);
    if (accounting === null) throw new Unaccounted();
    await hideSkippedCells(session, target, plan, facts.quarantined);
  });
  const { rows, quarantined, sha256 } = loaded;
  const read = { ...plan, columns: loaded.plan.columns };
  const counted = accounting ? { accounting, remarks: remarksOnText(read, accounting) } : {};
  return { rows, quarantined, sha256, options: optionsOf(loaded.plan), forms: formsOf(loaded.plan), ...counted };
}

/** Reads the file record by record, and lets DuckDB read what is left plain. */
async function loadCarefully(loading: Loading, plan: DelimitedPlan): Promise<LoadedParts> {
  const { warehouse, target, context, options } = loading;
  const source = sourceOf(loading);
  const looked = await (source.digest ?? digest(source.path, source.file, context));
  const gapped = options.columnStarts === undefined;
  return withPlainText(source, plan, gapped, context, async ({ plan: plain, counts, totals, quarantined: aside }) => {
    const rewritten = { ...source, digest: Promise.resolve(writtenAnew(looked)), quarantined: aside };
    const loaded = await loadDelimited(warehouse, rewritten, plain, target, context, (session, { quarantined }) =>
      hideSkippedCells(session, target, plan, quarantined),
    );
    const { rows, quarantined } = loaded;
    const columns = loaded.plan.columns.slice(0, plan.columns.length);
    const accounting = accountOf(counts, rows, quarantined);
    return {
      rows,
      quarantined,
      sha256: looked.sha256,
      options: optionsOf({ ...plan, columns }),
      forms: formsOf({ columns }),
      accounting,
      totalRows: totals.map(({ line, values }) => ({
        line,
        cells: values.map((text, i) => ({ field: fieldAt({ columns }, i), text })),
      })),
      remarks: remarksOnText({ ...plan, columns }, accounting),
    };
  });
}

function optionsOf(plan: DelimitedPlan): ReadOptions {
  const { delimiter, quote, skip, comment, starts } = plan.dialect;
  return {
    ...{ delimiter, quote, skip, header: plan.header },
    ...(plan.dialect.escape === undefined ? {} : { escape: '\\' as const }),
    ...(comment === undefined ? {} : { comment }),
    ...(starts === undefined ? {} : { columnStarts: [...starts] }),
    ...((plan.headerRows ?? 0) > 1 ? { headerRows: plan.headerRows } : {}),
    ...(plan.totals ? { totals: true } : {}),
    columns: columnOptionsOf(plan),
  };
}

const fieldAt = ({ columns }: Pick<DelimitedPlan, 'columns'>, at: number): string | null =>
  columns[at]?.skip ? null : (columns[at]?.name ?? null);

function formsOf({ columns }: Pick<DelimitedPlan, 'columns'>): Record<string, string> {
  return Object.fromEntries(
    columns.flatMap(({ name, format, skip }) => (skip || format === null ? [] : [[name, format]])),
  );
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
  const { starts, escape: escaping } = plan.dialect;
  // A bad line of fixed width may be shifted, and an escaped quote moves cells: nobody can say where the secret is.
  const unsure = starts !== undefined || escaping === '\\';
  await hideSkipped(session, target.quarantine, (line) =>
    unsure ? '****' : maskRecord(line, plan.dialect, classes, (text) => text),
  );
}
