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

/** What is printed on a sheet of A4 at 96 dots an inch, the white at either side of it, and the least that is kept of that. */
const printed = 674;
const side = 60;
const leastSide = 16;
/** What is left free beside a sheet. */
const margins = 28;

function fitSheets(desk: HTMLElement): void {
  const room = desk.clientWidth - margins;
  const white = Math.max(leastSide, Math.min(side, (room - printed) / 2));
  desk.style.setProperty('--side', `${white}px`);
  desk.style.setProperty('--scale', String(Math.min(1, room / (printed + 2 * white))));
}

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
    const observer = new ResizeObserver(() => fitSheets(desk));
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
