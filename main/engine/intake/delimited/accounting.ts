import type { Accounting } from '#shared/intake/index.ts';
import type { IntakeContext } from '../context.ts';
import type { LoadFacts } from './load.ts';
import type { DelimitedPlan } from './plan.ts';
import { layoutOf, noRecords, type RecordCounts, sortedRecords } from './rewrite.ts';

/**
 * Where every record of a file went that DuckDB has read. Where each row is a line, counting lines is enough; otherwise
 * the file is read once more, record by record. Null where the two do not agree.
 */
export async function accountFor(
  path: string,
  plan: DelimitedPlan,
  { rows, quarantined, lines }: LoadFacts,
  context: IntakeContext,
): Promise<Accounting | null> {
  const header = plan.header ? 1 : 0;
  const { skip } = plan.dialect;
  if (lines === skip + header + rows + quarantined) {
    const preamble = (plan.aside ?? []).filter(({ is }) => is === 'preamble').length;
    return accountOf(
      { ...noRecords(), preamble, blank: skip - preamble, header, row: rows, bad: quarantined },
      rows,
      quarantined,
    );
  }
  const counts = noRecords();
  for await (const batch of sortedRecords(path, plan, layoutOf(plan, false), context)) {
    for (const { is } of batch) counts[is]++;
  }
  return counts.row + counts.bad === rows + quarantined ? accountOf(counts, rows, quarantined) : null;
}

/** The classes of all records, with the rows as they went into the table or the quarantine. */
export function accountOf(counts: RecordCounts, loaded: number, quarantined: number): Accounting {
  const { header, preamble, comment: comments, blank, total: totals } = counts;
  const records = Object.values(counts).reduce((sum, count) => sum + count, 0);
  return { records, header, preamble, comments, blank, totals, loaded, quarantined };
}
