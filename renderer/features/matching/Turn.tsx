import { ChevronLeft, ChevronRight } from 'lucide-react';
import { formatCount } from '../../app/format/numbers.ts';
import { useWords } from '../../app/i18n/useWords.ts';
import { IconButton } from '../../components/IconButton.tsx';
import styles from './Matching.module.css';

interface Props {
  offset: number;
  total: number;
  size: number;
  onTurn(offset: number): void;
}

/** Which of many are shown, and the way to the others; nothing where all are. */
export function Turn({ offset, total, size, onTurn }: Props) {
  const { t } = useWords();
  if (total <= size) return null;
  const last = Math.min(total, offset + size);
  return (
    <span className={styles['turn']}>
      <IconButton
        icon={ChevronLeft}
        label={t('matching.review.previous')}
        disabled={offset === 0}
        onClick={() => onTurn(Math.max(0, offset - size))}
      />
      {t('matching.review.range', {
        from: formatCount(offset + 1),
        to: formatCount(last),
        all: formatCount(total),
      })}
      <IconButton
        icon={ChevronRight}
        label={t('matching.review.next')}
        disabled={last >= total}
        onClick={() => onTurn(offset + size)}
      />
    </span>
  );
}
