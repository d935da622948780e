import { Button } from 'antd';
import { FileText } from 'lucide-react';
import { announce } from '../../app/announce.ts';
import { useRequest } from '../../app/commands/requests.ts';
import { useDatasets } from '../../app/data/useDatasets.ts';
import { newReport } from '../../app/definitions/newReport.ts';
import { useCreate } from '../../app/definitions/useCreate.ts';
import { freeName, useDefinitions } from '../../app/definitions/useDefinitions.ts';
import { useWords } from '../../app/i18n/useWords.ts';
import { useUi } from '../../app/state/ui.ts';
import { ToData } from '../../app/workspace/ToData.tsx';
import { EmptyState } from '../../components/EmptyState.tsx';
import { ErrorNotice } from '../../components/ErrorNotice.tsx';
import { ReportEditor } from './ReportEditor.tsx';
import styles from './ReportsArea.module.css';
import { useResults } from './useResults.ts';

/** The reports area: saved results on pages, in order, as a PDF. */
export function ReportsArea() {
  const { t, locale } = useWords();
  const { definitions: reports, isError, error, refetch } = useDefinitions('report');
  const results = useResults();
  const { data: datasets } = useDatasets();
  const selected = useUi((state) => state.selected.report);
  const go = useUi((state) => state.go);
  const createDefinition = useCreate();
  const create = () => {
    if (!reports || !results) return;
    // An empty report leads nowhere: what it needs first is on screen, or said.
    if (results.length === 0) {
      if (reports.length > 0) announce({ text: t('reports.noSegments') });
      return;
    }
    const name = freeName(reports, t('reports.newName'), (number) =>
      t('reports.newNameNumbered', { number: String(number) }),
    );
    void createDefinition({ kind: 'report', name, body: newReport(name, locale, results) });
  };
  useRequest('create.report', reports && results ? create : null);
  if (isError) {
    return (
      <div className={styles['notice']}>
        <ErrorNotice error={error} onRetry={() => void refetch()} />
      </div>
    );
  }
  if (!reports || !results || !datasets) return null;
  const shown = reports.find((each) => each.id === selected) ?? reports[0];
  if (shown)
    return <ReportEditor key={shown.id} report={shown} reports={reports} results={results} onCreate={create} />;
  if (results.length === 0) {
    const noData = datasets.length === 0;
    return (
      <EmptyState
        icon={FileText}
        title={t('reports.resultsFirst')}
        actions={
          noData ? (
            <ToData />
          ) : (
            <Button type="primary" onClick={() => go('segments')}>
              {t('reports.toSegments')}
            </Button>
          )
        }
      >
        {t(noData ? 'reports.noData' : 'reports.noSegments')}
      </EmptyState>
    );
  }
  return (
    <EmptyState
      icon={FileText}
      title={t('reports.emptyTitle')}
      actions={
        <Button type="primary" onClick={create}>
          {t('reports.create')}
        </Button>
      }
    >
      {t('reports.emptyBody')}
    </EmptyState>
  );
}
