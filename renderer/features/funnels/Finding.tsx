import type { DefinitionOf } from '#shared/contract/index.ts';
import { funnelFinding } from '#shared/findings/index.ts';
import type { FunnelResult } from '#shared/funnels/index.ts';
import { useWords } from '../../app/i18n/useWords.ts';
import { Unbroken } from '../../components/Unbroken.tsx';
import styles from './FunnelWorkbench.module.css';

/** Where the funnel leaks, in the words of its report, of few clients, too, as the steps below. One step alone leaks nowhere. */
export function Finding({ funnel, result }: { funnel: DefinitionOf<'funnel'>; result: FunnelResult | undefined }) {
  const { t, locale } = useWords();
  if (!result || result.steps.length < 2) return null;
  const { sentence, certainty } = funnelFinding(funnel.name, funnel.body, result, locale, 'window');
  return (
    <section className={styles['finding']} aria-label={t('funnels.finding')}>
      <p>{sentence}</p>
      {certainty && (
        <p className={styles['certainty']}>
          <Unbroken>{certainty}</Unbroken>
        </p>
      )}
    </section>
  );
}
