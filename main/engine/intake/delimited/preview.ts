import type { ReadOptions } from '#shared/intake/index.ts';
import { previewRows } from '../limits.ts';
import type { PreviewParts } from '../preview.ts';
import type { Recognised } from '../recognise.ts';
import { suggestSensitivity } from '../sensitivity.ts';
import { planDelimited } from './plan.ts';
import { remarksOnText } from './remarks.ts';

/** How a delimited text would be read. */
export function previewDelimited(recognised: Recognised, options: ReadOptions, file: string): PreviewParts {
  const plan = planDelimited(recognised.text, options, file, recognised.sample.whole);
  const rows = plan.rows.map(({ values }) => plan.columns.map((_, i) => values[i] || null));
  return {
    confidence: recognised.confidence * plan.confidence,
    delimiter: plan.dialect.delimiter,
    quote: plan.dialect.quote,
    escape: plan.dialect.escape === undefined ? '' : '\\',
    header: plan.header,
    skip: plan.dialect.skip,
    headerRows: plan.headerRows ?? null,
    comment: plan.dialect.comment ?? '',
    totals: plan.totals ?? false,
    columnStarts: plan.dialect.starts ? [...plan.dialect.starts] : [],
    remarks: remarksOnText(plan, null, recognised.sample.whole),
    columns: plan.columns.map(({ column, type }, i) => ({
      column,
      type,
      sensitivity: suggestSensitivity(
        column,
        type,
        rows.map((row) => row[i] ?? null),
      ),
    })),
    sample: rows.slice(0, previewRows),
    noRows: rows.length === 0 && recognised.sample.whole,
  };
}
