import { ChevronLeft, ChevronRight } from 'lucide-react';
import { formatCount } from '../../../app/format/numbers.ts';
import { useWords } from '../../../app/i18n/useWords.ts';
import { IconButton } from '../../../components/IconButton.tsx';
import styles from '../tab.module.css';

interface Props {
  offset: number;
  shown: number;
  total: number;
  size: number;
  onMove(offset: number): void;
}

/** Which rows of many are shown, and the way to the others. */
export function Pager({ offset, shown, total, size, onMove }: Props) {
  const { t } = useWords();
  const last = Math.min(offset + shown, total);
  return (
    <div className={styles['pager']}>
      <span className={styles['quiet']}>
        {t('data.quarantine.pages', {
          from: formatCount(offset + 1),
          to: formatCount(last),
          total: formatCount(total),
        })}
      </span>
      <IconButton
        icon={ChevronLeft}
        label={t('data.quarantine.previous')}
        disabled={offset === 0}
        onClick={() => onMove(Math.max(0, offset - size))}
      />
      <IconButton
        icon={ChevronRight}
        label={t('data.quarantine.next')}
        disabled={last >= total}
        onClick={() => onMove(offset + size)}
      />
    </div>
  );
}
