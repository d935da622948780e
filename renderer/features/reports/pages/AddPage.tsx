import { Button, Select } from 'antd';
import { useState } from 'react';
import { pageKinds, type ReportDefinition, type ReportPage } from '#shared/reports/index.ts';
import { useWords } from '../../../app/i18n/useWords.ts';
import { useUi } from '../../../app/state/ui.ts';
import { keyOf, type ResultRef } from '../useResults.ts';
import styles from './PageList.module.css';

interface Props {
  pages: ReportDefinition['pages'];
  results: readonly ResultRef[];
  onAdd(page: ReportPage): void;
}

/** Puts one more saved result on a page; each is there once. */
export function AddPage({ pages, results, onAdd }: Props) {
  const { t } = useWords();
  const go = useUi((state) => state.go);
  const [chosen, setChosen] = useState<string | null>(null);
  const taken = new Set(pages.map(keyOf));
  const free = results.filter((result) => !taken.has(keyOf(result)));
  const next = free.find((result) => keyOf(result) === chosen);
  if (results.length === 0) {
    return (
      <div className={styles['add']}>
        <span className={styles['intro']}>{t('reports.noSegments')}</span>
        <Button onClick={() => go('segments')}>{t('reports.toSegments')}</Button>
      </div>
    );
  }
  if (free.length === 0) return <p className={styles['all']}>{t('reports.allOnPages')}</p>;
  return (
    <div className={styles['add']}>
      <Select
        aria-label={t('reports.addPage')}
        placeholder={t('reports.addPagePlaceholder')}
        value={next ? keyOf(next) : null}
        showSearch={{ optionFilterProp: 'label' }}
        options={pageKinds.flatMap((kind) => {
          const options = free.filter((each) => each.kind === kind);
          if (options.length === 0) return [];
          const group = options.map((each) => ({ value: keyOf(each), label: each.name }));
          return [{ label: t(`reports.kinds.${kind}`), options: group }];
        })}
        onChange={setChosen}
      />
      <Button
        disabled={!next}
        onClick={() => {
          if (next) onAdd({ ...next });
          setChosen(null);
        }}
      >
        {t('common.actions.add')}
      </Button>
    </div>
  );
}
