import { rm } from 'node:fs/promises';
import type { Encoding } from '#shared/intake/index.ts';
import type { IntakeContext } from '../context.ts';
import { writing } from '../csvWriter.ts';
import { quarantineTextLength } from '../limits.ts';
import { badEncoding } from '../source/decode.ts';
import { damageTolerated, MistakenEncoding, mistakenEncoding } from './judge.ts';
import type { DelimitedPlan } from './plan.ts';
import { layoutOf, plainDialect, type RecordCounts, rewrite } from './rewrite.ts';
import type { SortedRecord, SourceRecord } from './sorted.ts';

export interface PlainText {
  /** How the rewritten text is read. */
  readonly plan: DelimitedPlan;
  readonly counts: RecordCounts;
  /** Totals and footers, the last ones. */
  readonly totals: readonly SourceRecord[];
  /** The rows that cannot be read, as a CSV of the columns of the quarantine. */
  readonly quarantined: { readonly path: string; readonly rows: number };
}

/** A report has sums of each branch or page: those of the whole stand last. */
const totalsKept = 40;

interface CarefulSource {
  readonly path: string;
  readonly file: string;
  readonly encoding: Encoding;
  readonly onlyAscii: boolean;
  readonly damageSeen?: boolean;
}

/**
 * Makes a staged text plain where it is not what read_csv reads by itself: comments, totals, several header rows, fixed
 * widths. The files it leaves are gone after `work`.
 */
export async function withPlainText<T>(
  source: CarefulSource,
  plan: DelimitedPlan,
  gapped: boolean,
  context: IntakeContext,
  work: (plain: PlainText) => Promise<T>,
): Promise<T> {
  const path = `${source.path}.aside`;
  const layout = layoutOf(plan, gapped);
  const totals: SourceRecord[] = [];
  let invalid = 0;
  let firstInvalid = 0;
  try {
    const counts = await writing(path, (writer) =>
      rewrite(source.path, plan, layout, context, async (sorted) => {
        if (sorted.is === 'total') {
          totals.push(sorted.record);
          if (totals.length > totalsKept) totals.shift();
        }
        if (sorted.reason === null) return;
        if (sorted.reason === 'invalidEncoding' && invalid++ === 0) {
          firstInvalid = sorted.record.line;
          if (source.onlyAscii) await assertEncoding(source.path, source.file);
        }
        await writer.row(quarantinedCells(sorted, plan));
      }),
    );
    if (invalid > (counts.row + counts.bad) * damageTolerated(source))
      throw badEncoding(source.file, firstInvalid, source.encoding);
    return await work({ plan: plainPlan(plan), counts, totals, quarantined: { path, rows: counts.bad } });
  } finally {
    await rm(path, { force: true });
  }
}

function quarantinedCells({ record, reason }: SortedRecord, { columns }: DelimitedPlan): (string | null)[] {
  const counted = reason === 'missingColumns' || reason === 'tooManyColumns';
  const detail = counted ? `${record.values.length} / ${columns.length}` : '';
  const column = reason === 'unquotedValue' ? columns[record.malformedAt ?? -1]?.name : undefined;
  return [String(record.line), column ?? null, reason, detail, record.text.slice(0, quarantineTextLength)];
}

/** A table of one column was written with a second one: see rewrite.ts. */
function plainPlan(plan: DelimitedPlan): DelimitedPlan {
  const [only] = plan.columns;
  const filler = plan.columns.length === 1 && only ? [{ ...only, ...emptyColumn }] : [];
  return {
    ...plan,
    dialect: plainDialect(plan.dialect),
    header: false,
    lineEnd: '\n',
    columns: [...plan.columns, ...filler],
  };
}

const emptyColumn = { column: '', name: '', type: 'text', format: null, chosen: true, skip: true } as const;

/** Bytes beyond ASCII that the sample missed may be of another encoding than UTF-8. */
async function assertEncoding(path: string, file: string): Promise<void> {
  const found = await mistakenEncoding(path, file);
  if (found !== null) throw new MistakenEncoding(found);
}
