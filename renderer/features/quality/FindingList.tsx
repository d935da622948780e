import { useState } from 'react';
import type { Dataset } from '#shared/intake/index.ts';
import { type Assessment, findingAdvice, findingText, mendOf, type QualityFinding } from '#shared/quality/index.ts';
import { useWords } from '../../app/i18n/useWords.ts';
import { PlainButton } from '../../components/PlainButton.tsx';
import { useMoreInView } from '../../components/useMoreInView.ts';
import { useMendWith } from '../recipes/index.ts';
import { FindingActions } from './FindingActions.tsx';
import { ProblemRows } from './ProblemRows.tsx';
import styles from './Quality.module.css';

interface Props {
  dataset: Dataset;
  assessment: Assessment;
  findings: readonly QualityFinding[];
  /** The field whose findings are shown; null: all. */
  field: string | null;
  onAll(): void;
}

/** What was found, the gravest first, each with what to do and the rows that it is about. */
export function FindingList({ dataset, assessment, findings, field, onAll }: Props) {
  const { t, locale } = useWords();
  const textOf = (finding: QualityFinding) => findingText(finding, assessment, locale);
  const { mend, dialog } = useMendWith(dataset);
  const names = {
    valid: (name: string) => t('quality.mend.valid', { field: name }),
    outlier: (name: string) => t('quality.mend.outlier', { field: name }),
  };
  const [listed, setListed] = useState<QualityFinding | null>(null);
  const shown = field === null ? findings : findings.filter(({ fields }) => fields.includes(field));
  const { drawn, end } = useMoreInView(shown.length);
  const title = field === null ? t('quality.findings') : t('quality.findingsOf', { field });
  return (
    // biome-ignore lint/a11y/noNoninteractiveTabindex: a scrolled region must be reachable by keyboard
    <section className={styles['findings']} aria-label={title} tabIndex={0}>
      <header className={styles['head']}>
        <h3 title={title}>{title}</h3>
        {field !== null && (
          <PlainButton small onClick={onAll}>
            {t('quality.allFields')}
          </PlainButton>
        )}
      </header>
      {shown.length === 0 && <p className={styles['quiet']}>{t('quality.none')}</p>}
      <ul>
        {shown.slice(0, drawn).map((finding) => (
          <li key={`${finding.kind} ${finding.fields.join(' ')}`} className={styles['finding']}>
            <p>
              <span className={`${styles['badge']} ${styles[finding.severity]}`}>
                {t(`quality.severity.${finding.severity}`)}
              </span>
              {textOf(finding)}
            </p>
            <p className={styles['quiet']}>{findingAdvice[locale][finding.kind]}</p>
            <FindingActions
              kind={finding.kind}
              step={mendOf(finding, assessment, names)}
              onShow={finding.problem === null ? null : () => setListed(finding)}
              onMend={mend}
            />
          </li>
        ))}
      </ul>
      {end && <div key={drawn} ref={end} className={styles['end']} />}
      {dialog}
      {listed && (
        <ProblemRows
          dataset={dataset}
          asOf={assessment.asOf}
          finding={listed}
          title={textOf(listed)}
          onClose={() => setListed(null)}
        />
      )}
    </section>
  );
}
