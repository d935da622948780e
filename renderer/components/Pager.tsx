import { ChevronLeft, ChevronRight } from 'lucide-react';
import { formatCount } from '../app/format/numbers.ts';
import { useWords } from '../app/i18n/useWords.ts';
import { IconButton } from './IconButton.tsx';
import styles from './Pager.module.css';

interface Props {
  offset: number;
  total: number;
  /** How many a page has. */
  size: number;
  onMove(offset: number): void;
}

/** Which of many are shown, and the way to the others; nothing where all are. */
export function Pager({ offset, total, size, onMove }: Props) {
  const { t } = useWords();
  if (total <= size) return null;
  const last = Math.min(total, offset + size);
  return (
    <div className={styles['pager']}>
      <IconButton
        icon={ChevronLeft}
        label={t('common.pager.previous')}
        disabled={offset === 0}
        onClick={() => onMove(Math.max(0, offset - size))}
      />
      {t('common.pager.range', {
        from: formatCount(offset + 1),
        to: formatCount(last),
        total: formatCount(total),
      })}
      <IconButton
        icon={ChevronRight}
        label={t('common.pager.next')}
        disabled={last >= total}
        onClick={() => onMove(offset + size)}
      />
    </div>
  );
}
