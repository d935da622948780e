import { Button, Select } from 'antd';
import { ArrowDown, ArrowUp, X } from 'lucide-react';
import { useState } from 'react';
import type { ReportDefinition } from '#shared/reports/index.ts';
import { useWords } from '../../app/i18n/useWords.ts';
import { useUi } from '../../app/state/ui.ts';
import { AmberBadge } from '../../components/AmberBadge.tsx';
import { IconButton } from '../../components/IconButton.tsx';
import styles from './ReportsArea.module.css';

type Pages = ReportDefinition['pages'];

interface Props {
  pages: Pages;
  segments: readonly string[];
  onChange(pages: Pages): void;
}

/** The pages of a report, in order. */
export function PageList({ pages, segments, onChange }: Props) {
  const { t } = useWords();
  const go = useUi((state) => state.go);
  const [next, setNext] = useState<string | null>(null);
  const free = segments.filter((name) => !pages.some((page) => page.name === name));
  const move = (at: number, by: -1 | 1) => {
    const page = pages[at];
    if (page) onChange(pages.toSpliced(at, 1).toSpliced(at + by, 0, page));
  };
  return (
    <>
      <p className={styles['quiet']}>{t(pages.length === 0 ? 'reports.noPages' : 'reports.pagesIntro')}</p>
      <ol aria-label={t('reports.pages')}>
        {pages.map(({ name }, at) => (
          <li key={name} className={styles['page']}>
            <span className={styles['number']}>{at + 1}</span>
            <span className={styles['name']} title={name}>
              {name}
            </span>
            {!segments.includes(name) && <AmberBadge>{t('reports.gone')}</AmberBadge>}
            <IconButton
              icon={ArrowUp}
              label={t('reports.up', { name })}
              disabled={at === 0}
              onClick={() => move(at, -1)}
            />
            <IconButton
              icon={ArrowDown}
              label={t('reports.down', { name })}
              disabled={at === pages.length - 1}
              onClick={() => move(at, 1)}
            />
            <IconButton
              icon={X}
              label={t('reports.removePage', { name })}
              onClick={() => onChange(pages.toSpliced(at, 1))}
            />
          </li>
        ))}
      </ol>
      {segments.length === 0 && (
        <div className={styles['add']}>
          <span className={styles['quiet']}>{t('reports.noSegments')}</span>
          <Button onClick={() => go('segments')}>{t('reports.toSegments')}</Button>
        </div>
      )}
      {free.length > 0 && (
        <div className={styles['add']}>
          <Select
            aria-label={t('reports.addPage')}
            placeholder={t('reports.addPagePlaceholder')}
            value={next !== null && free.includes(next) ? next : null}
            options={free.map((name) => ({ value: name, label: name }))}
            onChange={setNext}
            showSearch
          />
          <Button
            disabled={next === null || !free.includes(next)}
            onClick={() => {
              if (next !== null) onChange([...pages, { kind: 'segment', name: next }]);
              setNext(null);
            }}
          >
            {t('common.actions.add')}
          </Button>
        </div>
      )}
    </>
  );
}
