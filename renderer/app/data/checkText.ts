import type { TFunction } from 'i18next';
import type { ControlCheck, Reconciliation } from '#shared/controls/index.ts';
import { formatCount } from '../format/numbers.ts';

/** A decimal as text with its thousands apart; all its digits stay. */
export function writtenExactly(text: string | null): string {
  if (text === null) return '—';
  const [whole = '', fraction] = text.split('.');
  const grouped = whole.replace(/\B(?=(?:\d{3})+$)/g, ',');
  return fraction === undefined ? grouped : `${grouped}.${fraction}`;
}

export const whatOf = (t: TFunction, { field }: Pick<ControlCheck, 'field'>): string =>
  field === null ? t('quality.controls.rows') : t('quality.controls.sumOf', { field });

export function stateOf(t: TFunction, { matched, difference }: ControlCheck): string {
  if (difference === null) return t('quality.controls.none');
  if (matched && difference === '0') return t('quality.controls.matched');
  const by = writtenExactly(difference.startsWith('-') ? difference : `+${difference}`);
  return matched ? t('quality.controls.within', { by }) : t('quality.controls.off', { by });
}

/** What makes the difference up where counts do; else the counts that may be behind it. */
export function whyOf(t: TFunction, check: ControlCheck, aside: Reconciliation['aside']): string {
  if (check.matched || check.difference === null) return '';
  const named = (kind: keyof Reconciliation['aside']) =>
    t(`quality.controls.aside.${kind}`, { rows: formatCount(aside[kind]) });
  const exactly = check.explained.flatMap((kind) => (kind === 'doubled' ? [] : [named(kind)]));
  if (check.explained.includes('doubled')) return t('quality.controls.doubled');
  if (exactly.length > 0) return t('quality.controls.exactly', { counts: exactly.join(t('quality.controls.and')) });
  const kinds = (['quarantined', 'totals', 'blank', 'comments'] as const).filter((kind) => aside[kind] > 0);
  const counts: string[] = kinds.map(named);
  if (check.empty > 0) counts.push(t('quality.controls.empty', { rows: formatCount(check.empty) }));
  return counts.length === 0 ? '' : t('quality.controls.perhaps', { counts: counts.join(t('quality.controls.and')) });
}
