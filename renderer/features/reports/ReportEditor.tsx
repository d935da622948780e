import { Trash2 } from 'lucide-react';
import type { DefinitionOf } from '#shared/contract/index.ts';
import type { ReportDefinition } from '#shared/reports/index.ts';
import { useRequest } from '../../app/commands/requests.ts';
import { edit } from '../../app/definitions/drafts.ts';
import { removeDefinition, useSaving } from '../../app/definitions/useDefinitions.ts';
import { useWords } from '../../app/i18n/useWords.ts';
import { Card } from '../../components/Card.tsx';
import { EditableTitle } from '../../components/EditableTitle.tsx';
import { ErrorNotice } from '../../components/ErrorNotice.tsx';
import { IconButton } from '../../components/IconButton.tsx';
import { SaveState } from '../../components/SaveState.tsx';
import { SidePanel } from '../../components/SidePanel.tsx';
import { useConfirmDelete } from '../../components/useConfirmDelete.tsx';
import { WorkHeader } from '../../components/WorkHeader.tsx';
import { ExportPanel } from './ExportPanel.tsx';
import { PageList } from './PageList.tsx';
import { ReportForm } from './ReportForm.tsx';
import styles from './ReportsArea.module.css';

interface Props {
  report: DefinitionOf<'report'>;
  segments: readonly DefinitionOf<'segment'>[];
}

/** One report: what it says of itself, its pages, and the PDF of it. */
export function ReportEditor({ report, segments }: Props) {
  const { t } = useWords();
  const saving = useSaving(report.id);
  const confirmDelete = useConfirmDelete();
  const askToRemove = () =>
    confirmDelete({
      title: t('reports.removeTitle', { name: report.name }),
      body: t('reports.removeBody'),
      onConfirm: () => removeDefinition(report.id),
    });
  useRequest('remove', askToRemove);
  const change = (part: Partial<ReportDefinition>) => edit({ ...report, body: { ...report.body, ...part } });
  return (
    <>
      <div className={styles['work']}>
        <WorkHeader
          title={
            <EditableTitle
              value={report.name}
              label={t('common.actions.rename')}
              missing={t('reports.titleMissing')}
              onChange={(name) => edit({ ...report, name })}
            />
          }
          note={<SaveState state={saving.state} version={report.version} />}
          actions={<IconButton icon={Trash2} label={t('reports.remove')} onClick={askToRemove} />}
        />
        <div className={styles['cards']}>
          {saving.error && <ErrorNotice error={saving.error} />}
          <Card title={t('reports.form')}>
            <ReportForm body={report.body} onChange={change} />
          </Card>
          <Card title={t('reports.pages')}>
            <PageList
              pages={report.body.pages}
              segments={segments.map(({ name }) => name)}
              onChange={(pages) => change({ pages })}
            />
          </Card>
        </div>
      </div>
      <SidePanel side="right" label={t('reports.exportPanel')}>
        <ExportPanel report={report} />
      </SidePanel>
    </>
  );
}
