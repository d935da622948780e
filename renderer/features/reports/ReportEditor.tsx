import { Segmented } from 'antd';
import { useState } from 'react';
import type { DefinitionOf } from '#shared/contract/index.ts';
import type { ReportDefinition } from '#shared/reports/index.ts';
import { DefinitionFrame } from '../../app/definitions/DefinitionFrame.tsx';
import { edit } from '../../app/definitions/drafts.ts';
import { StaleSources } from '../../app/derived/StaleSources.tsx';
import { useWords } from '../../app/i18n/useWords.ts';
import { Card } from '../../components/Card.tsx';
import { ExportPanel } from './ExportPanel.tsx';
import { AddPage } from './pages/AddPage.tsx';
import { PageList } from './pages/PageList.tsx';
import { Preview } from './preview/Preview.tsx';
import { ReportForm } from './ReportForm.tsx';
import styles from './ReportsArea.module.css';
import type { ResultRef } from './useResults.ts';

const views = ['edit', 'preview'] as const;

interface Props {
  report: DefinitionOf<'report'>;
  reports: readonly DefinitionOf<'report'>[];
  results: readonly ResultRef[];
  onCreate(): void;
}

/** One report: what it says of itself, its pages, how they will look, and the PDF of it. */
export function ReportEditor({ report, reports, results, onCreate }: Props) {
  const { t } = useWords();
  const [view, setView] = useState<(typeof views)[number]>('edit');
  const change = (part: Partial<ReportDefinition>) => edit({ ...report, body: { ...report.body, ...part } });
  return (
    <DefinitionFrame
      definition={report}
      all={reports}
      onCreate={onCreate}
      words={{
        list: t('reports.list'),
        create: t('reports.create'),
        name: t('reports.name'),
        nameMissing: t('reports.titleMissing'),
        remove: t('reports.remove'),
        removeTitle: t('reports.removeTitle', { name: report.name }),
        removeBody: t('reports.removeBody'),
      }}
      actions={
        <Segmented
          aria-label={t('reports.views.label')}
          value={view}
          options={views.map((each) => ({ value: each, label: t(`reports.views.${each}`) }))}
          onChange={setView}
        />
      }
      wide={view === 'preview'}
      notice={<StaleSources tables="all" />}
      inspectorLabel={t('reports.exportPanel')}
      inspector={<ExportPanel report={report} />}
    >
      {view === 'preview' ? (
        <Preview report={report} />
      ) : (
        <div className={styles['cards']}>
          <Card title={t('reports.form')}>
            <ReportForm body={report.body} onChange={change} />
          </Card>
          <Card title={t('reports.pages')}>
            <PageList
              pages={report.body.pages}
              language={report.body.language}
              results={results}
              onChange={(pages) => change({ pages })}
            />
            <AddPage
              pages={report.body.pages}
              results={results}
              onAdd={(page) => change({ pages: [...report.body.pages, page] })}
            />
          </Card>
        </div>
      )}
    </DefinitionFrame>
  );
}
