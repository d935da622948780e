import { App, Button } from 'antd';
import { FileText, Plus } from 'lucide-react';
import { toAppError } from '#shared/errors/index.ts';
import { useRequest } from '../../app/commands/requests.ts';
import { createDefinition, freeName, useDefinitions } from '../../app/definitions/useDefinitions.ts';
import { useWords } from '../../app/i18n/useWords.ts';
import { useUi } from '../../app/state/ui.ts';
import { EmptyState } from '../../components/EmptyState.tsx';
import { ErrorNotice } from '../../components/ErrorNotice.tsx';
import { IconButton } from '../../components/IconButton.tsx';
import { ItemList } from '../../components/ItemList.tsx';
import { SidePanel } from '../../components/SidePanel.tsx';
import { ReportEditor } from './ReportEditor.tsx';
import styles from './ReportsArea.module.css';

/** The reports area: saved results on pages, in order, as a PDF. */
export function ReportsArea() {
  const { t, locale } = useWords();
  const { message } = App.useApp();
  const { definitions: reports, isError, error, refetch } = useDefinitions('report');
  const { definitions: segments } = useDefinitions('segment');
  const selected = useUi((state) => state.selected.report);
  const select = useUi((state) => state.select);
  const create = async () => {
    if (!reports || !segments) return;
    const name = freeName(reports, t('reports.newName'), (number) =>
      t('reports.newNameNumbered', { number: String(number) }),
    );
    const pages = segments.map((segment) => ({ kind: 'segment', name: segment.name }) as const);
    try {
      const body = {
        title: name,
        purpose: 'discussion',
        confidentiality: 'internal',
        language: locale,
        pages,
      } as const;
      const created = await createDefinition({ kind: 'report', name, body: { ...body, pages } });
      select('report', created.id);
    } catch (thrown) {
      message.error(toAppError(thrown).sentence(locale), 8);
    }
  };

  useRequest('create.report', reports && segments ? () => void create() : null);
  if (isError) {
    return (
      <div className={styles['notice']}>
        <ErrorNotice error={error} onRetry={() => void refetch()} />
      </div>
    );
  }
  if (!reports || !segments) return null;

  const shown = reports.find((each) => each.id === selected) ?? reports[0];
  if (!shown) {
    return (
      <div className={styles['empty']}>
        <EmptyState
          icon={FileText}
          title={t('reports.emptyTitle')}
          actions={
            <Button type="primary" onClick={() => void create()}>
              {t('reports.create')}
            </Button>
          }
        >
          {t('reports.emptyBody')}
        </EmptyState>
      </div>
    );
  }
  return (
    <>
      <SidePanel side="left" label={t('reports.list')}>
        <ItemList
          label={t('reports.list')}
          selected={shown.id}
          onSelect={(id) => select('report', id)}
          action={<IconButton icon={Plus} label={t('reports.create')} onClick={() => void create()} />}
          items={reports.map(({ id, name, body }) => ({
            id,
            title: name,
            note: t('reports.summary', {
              pages: String(body.pages.length),
              mark: t(`common.confidentiality.${body.confidentiality}`),
            }),
          }))}
        />
      </SidePanel>
      <ReportEditor key={shown.id} report={shown} segments={segments} />
    </>
  );
}
