import type { FunnelGroup } from '#shared/funnels/index.ts';
import { formatCount } from '../../app/format/numbers.ts';
import type { useWords } from '../../app/i18n/useWords.ts';

/** Whether the clients of a group can be asked for: not of what is put together, nor by a value that is masked. */
export const isSingle = ({ others, masked }: FunnelGroup): boolean => others === 0 && !masked;

/** One group of a breakdown, as it is chosen: its place among the groups is another one after the next computation. */
export type GroupValue = Pick<FunnelGroup, 'value'> & { readonly field: string };

/** The group that was chosen, among those there are now; undefined where all are meant, or it is gone. */
export function groupOf(
  groups: readonly FunnelGroup[],
  breakdown: string | null,
  chosen: GroupValue | null,
): FunnelGroup | undefined {
  if (chosen === null || chosen.field !== breakdown) return undefined;
  return groups.find((group) => isSingle(group) && group.value === chosen.value);
}

/** What a group of the breakdown is called. */
export function groupName(group: FunnelGroup | undefined, t: ReturnType<typeof useWords>['t']): string {
  if (!group) return '';
  if (group.others > 0) return t('funnels.groups.others', { n: formatCount(group.others) });
  return group.value ?? t('funnels.groups.empty');
}
