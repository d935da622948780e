import type { Candidate } from './choose.ts';
import type { ValueCounts } from './counts.ts';

/** How fields are called that tell one client, or one row, from all others. */
const keyName = /编号|号码|单号|代码|客户号|号$|(?:^|[^a-z])(?:id|no|key|code|nr)(?:$|[^a-z])|[a-z](?:Id|ID|No|Key)$/i;

/**
 * Whether each value of a field stands for one client alone, so that its traits would list clients rather than describe
 * them. Of a linked table, where a value of one client may be chance, and of numbers, only where the name says so too.
 */
export function tellsClientsApart({ field, linked }: Candidate, values: readonly ValueCounts[]): boolean {
  const known = values.filter(({ value }) => value !== null);
  if (known.length < 2 || known.some(({ a }) => a > 1)) return false;
  return (!linked && field.type === 'text') || soundsLikeKey(field.name);
}

export const soundsLikeKey = (name: string): boolean => keyName.test(name);
