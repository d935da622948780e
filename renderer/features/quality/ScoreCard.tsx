import type { Provenance } from '#shared/contract/index.ts';
import { formatDecimal } from '#shared/format/index.ts';
import { type Assessment, type Parts, type ScorePart, scoreParts, weights } from '#shared/quality/index.ts';
import { formatShare } from '../../app/format/numbers.ts';
import { useWords } from '../../app/i18n/useWords.ts';
import { HowButton } from '../../components/HowButton.tsx';
import { AsOfInput } from './AsOfInput.tsx';
import styles from './Quality.module.css';
import { useMethod } from './useMethod.ts';

interface Props {
  result: Assessment;
  provenance: Provenance;
  onAsOf(day: string): void;
}

/** The score of a dataset, what it is made of, and the day that it is held against. */
export function ScoreCard({ result, provenance, onAsOf }: Props) {
  const { t } = useWords();
  const method = useMethod(result);
  return (
    <section className={styles['card']} aria-label={t('quality.score')}>
      <div className={styles['score']}>
        <h2>{t('quality.score')}</h2>
        {result.score === null ? (
          <p>{t('quality.noScore')}</p>
        ) : (
          <p>
            <strong>{formatDecimal(result.score, 1)}</strong> {t('quality.of100')}
          </p>
        )}
      </div>
      <ul className={styles['parts']}>
        {scoreParts.map((part) => (
          <Part key={part} part={part} parts={result.parts} />
        ))}
      </ul>
      <AsOfInput key={result.asOf} value={result.asOf} onChange={onAsOf} />
      <HowButton provenance={provenance} method={method} />
    </section>
  );
}

/** One part of the score: its share as a figure and as a bar, and its weight. */
function Part({ part, parts }: { part: ScorePart; parts: Parts }) {
  const { t } = useWords();
  const value = parts[part];
  return (
    <li className={styles['part']}>
      <span className={styles['label']}>{t(`quality.parts.${part}`)}</span>
      <span className={value === null ? styles['quiet'] : styles['figure']}>
        {value === null ? t('quality.notApplied') : formatShare(value)}
      </span>
      <span className={styles['track']} aria-hidden>
        {value !== null && <span className={styles['bar']} style={{ width: `${value * 100}%` }} />}
      </span>
      <span className={styles['weight']}>{t('quality.weight', { weight: String(weights[part]) })}</span>
    </li>
  );
}
