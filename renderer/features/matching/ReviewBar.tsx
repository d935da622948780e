import { Segmented, Select } from 'antd';
import { formatCount } from '../../app/format/numbers.ts';
import { useWords } from '../../app/i18n/useWords.ts';
import { Pager } from '../../components/Pager.tsx';
import styles from './Matching.module.css';

export interface ReviewView {
  show: 'open' | 'all';
  sort: 'trust' | 'names';
  offset: number;
}

interface Props {
  view: ReviewView;
  total: number;
  pageSize: number;
  decided: number;
  /** Pairs that nobody has decided; null where it is not known from this view. */
  open: number | null;
  onChange(view: ReviewView): void;
}

/** Which pairs are looked at and in which order, how far the analyst is, and the way to the others. */
export function ReviewBar({ view, total, pageSize, decided, open, onChange }: Props) {
  const { t } = useWords();
  const all = open === null ? null : open + decided;
  return (
    <header className={styles['bar']}>
      <Segmented
        size="small"
        aria-label={t('matching.review.show')}
        value={view.show}
        options={(['open', 'all'] as const).map((value) => ({ value, label: t(`matching.review.shown.${value}`) }))}
        onChange={(show) => onChange({ ...view, show, offset: 0 })}
      />
      <Select
        size="small"
        aria-label={t('matching.review.sort')}
        value={view.sort}
        options={(['trust', 'names'] as const).map((value) => ({ value, label: t(`matching.review.sorts.${value}`) }))}
        popupMatchSelectWidth={false}
        onChange={(sort) => onChange({ ...view, sort, offset: 0 })}
      />
      <span className={styles['hint']}>{t('matching.review.keys')}</span>
      {all !== null && all > 0 && (
        <span className={styles['done']} role="status">
          {t('matching.review.done', { decided: formatCount(decided), all: formatCount(all) })}
        </span>
      )}
      <Pager offset={view.offset} total={total} size={pageSize} onMove={(offset) => onChange({ ...view, offset })} />
    </header>
  );
}
