import type { TFunction } from 'i18next';
import type { Remark } from '#shared/intake/index.ts';
import { formatCount } from '../../app/format/numbers.ts';

/** Names beyond these are not listed. */
const namesShown = 6;

/** A remark on a file as a sentence. */
export function remarkText(t: TFunction, { kind, count, atLeast, names }: Remark): string {
  const many = t(atLeast ? 'intake.remarks.atLeast' : 'intake.remarks.exactly', { many: formatCount(count) });
  const listed = names.slice(0, namesShown).join(t('intake.remarks.and')) + (names.length > namesShown ? ' …' : '');
  return t(`intake.remarks.${kind}`, { many, names: listed });
}
