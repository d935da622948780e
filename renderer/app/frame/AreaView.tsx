import { Segmented } from 'antd';
import { useWords } from '../i18n/useWords.ts';
import { type AreaId, type ClientsPage, useUi } from '../state/ui.ts';
import styles from './AreaView.module.css';
import { areas } from './areas.tsx';

/** What an area shows; where it has several pages, one of them with the way to the others above it. */
export function AreaView({ id }: { id: AreaId }) {
  const { t } = useWords();
  const { clientsPage, showClients } = useUi();
  const area = areas.find((each) => each.id === id);
  if (!area) return null;
  if (!area.pages) return <area.view />;
  const pages: ClientsPage[] = ['model', ...area.pages.map(({ page }) => page)];
  const View = area.pages.find(({ page }) => page === clientsPage)?.view ?? area.view;
  return (
    <div className={styles['area']}>
      <div className={styles['pages']}>
        <Segmented
          size="small"
          aria-label={t('common.clientsPages.label')}
          value={clientsPage}
          options={pages.map((page) => ({ value: page, label: t(`common.clientsPages.${page}`) }))}
          onChange={showClients}
        />
      </div>
      <div className={styles['page']}>
        <View key={clientsPage} />
      </div>
    </div>
  );
}
