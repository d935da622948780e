import i18next from 'i18next';
import type { Dataset } from '#shared/intake/index.ts';
import { announce } from '../announce.ts';
import { engine } from '../ports/clients.ts';
import { stateOf, whatOf } from './checkText.ts';

/** Says how a dataset that has just come in stands against its control figures, where it has some. */
export async function announceChecks({ id, name }: Dataset): Promise<void> {
  // The dataset is there whatever becomes of this: where it fails, its quality says so.
  const found = await engine.call('quality.reconcile', { dataset: id }).catch(() => null);
  const result = found?.result;
  if (!result || result.checks.length === 0) return;
  const t = i18next.getFixedT(i18next.language);
  const said = result.checks.map((check) => `${whatOf(t, check)}${t('quality.controls.colon')}${stateOf(t, check)}`);
  const isOff = result.checks.some(({ matched }) => !matched);
  announce({
    text: t('quality.controls.announced', { name, checks: said.join(t('quality.controls.and')) }),
    seconds: isOff ? 12 : 6,
    about: `checks of ${id}`,
    ...(isOff ? { tone: 'warning' as const } : {}),
  });
}
