import { useLayoutEffect, useRef } from 'react';
import type { DefinitionOf } from '#shared/contract/index.ts';
import { useAnalysis } from '../../../app/analysis/useAnalysis.ts';
import { useBasis } from '../../../app/analysis/useBasis.ts';
import { useDefinitions } from '../../../app/definitions/useDefinitions.ts';
import { useWords } from '../../../app/i18n/useWords.ts';
import { ErrorNotice } from '../../../components/ErrorNotice.tsx';
import { ProgressLine } from '../../../components/ProgressLine.tsx';
import styles from './Preview.module.css';
import { showSheets } from './showSheets.ts';

/** A sheet of A4 at 96 dots an inch, and what is left free beside it. */
const sheetWidth = 794;
const margins = 48;

/** The pages of a report as they will be printed, made anew with every change. */
export function Preview({ report }: { report: DefinitionOf<'report'> }) {
  const { t } = useWords();
  const paper = useRef<HTMLElement>(null);
  const others = [...(useDefinitions('portrait').definitions ?? []), ...(useDefinitions('roi').definitions ?? [])].map(
    ({ id, version }) => `${id}@${version}`,
  );
  const basis = `${useBasis()}/${others.join('|')}`;
  const { data, error, progress, retry } = useAnalysis(
    'reports.preview',
    { name: report.name, body: report.body },
    basis,
  );
  const { language } = report.body;
  useLayoutEffect(() => {
    if (paper.current && data) showSheets(paper.current, data, language);
  }, [data, language]);
  useLayoutEffect(() => {
    const desk = paper.current;
    if (!desk) return;
    const fit = () => desk.style.setProperty('--scale', String(Math.min(1, (desk.clientWidth - margins) / sheetWidth)));
    const observer = new ResizeObserver(fit);
    observer.observe(desk);
    return () => observer.disconnect();
  }, []);
  return (
    <div className={styles['preview']}>
      <p className={styles['note']} role="status">
        {data || error ? t('reports.preview.note') : t('reports.preview.updating')}
      </p>
      {error ? <ErrorNotice error={error} onRetry={retry} /> : null}
      {!data && progress && <ProgressLine progress={progress} />}
      {/* biome-ignore lint/a11y/noNoninteractiveTabindex: a scrolled region must be reachable by keyboard */}
      <section ref={paper} className={styles['paper']} aria-label={t('reports.preview.label')} tabIndex={0} />
    </div>
  );
}
