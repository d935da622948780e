import type { Encoding, ReadOptions } from '#shared/intake/index.ts';
import type { IntakeContext } from '../context.ts';
import { decodeSample, takeSample } from '../detect/sample.ts';
import { badEncoding } from '../source/decode.ts';
import { withSource } from '../source/source.ts';
import { damageTolerated } from './judge.ts';
import { planDelimited } from './plan.ts';
import { layoutOf, noRecords, sortedRecords } from './rewrite.ts';

/** The header and the rows of a staged text, every value as it stands. Returns how many rows could not be read. */
export async function textRows(
  path: string,
  file: string,
  read: { readonly encoding: Encoding; readonly damageSeen: boolean },
  options: ReadOptions,
  context: IntakeContext,
  take: (rows: readonly (readonly string[])[]) => Promise<void>,
): Promise<number> {
  const sample = await withSource(path, takeSample, { file });
  const plan = planDelimited(decodeSample(sample, 'utf-8'), options, file, sample.whole);
  const header = plan.header ? plan.names : plan.columns.map(({ column }) => column);
  await take([header ?? []]);
  const layout = layoutOf(plan, options.columnStarts === undefined);
  const counts = noRecords();
  const invalid: number[] = [];
  for await (const records of sortedRecords(path, plan, layout, context)) {
    for (const { is, reason, record } of records) {
      counts[is]++;
      if (reason === 'invalidEncoding') invalid.push(record.line);
    }
    await take(records.filter(({ is }) => is === 'row').map(({ record }) => record.values));
  }
  const [first] = invalid;
  if (first !== undefined && invalid.length > (counts.row + counts.bad) * damageTolerated(read))
    throw badEncoding(file, first, read.encoding);
  return counts.bad;
}
