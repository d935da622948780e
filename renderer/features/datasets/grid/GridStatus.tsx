import { Button } from 'antd';
import { formatCount } from '../../../app/format/numbers.ts';
import { useWords } from '../../../app/i18n/useWords.ts';

interface Props {
  /** Rows that meet the filters; null until known. */
  matching: number | null;
  total: number;
  /** Whether anything is sorted or filtered. */
  changed: boolean;
  onClear(): void;
}

/** How many rows the grid shows, and how to sort it. */
export function GridStatus({ matching, total, changed, onClear }: Props) {
  const { t } = useWords();
  return (
    <div className="grid-status">
      <span role="status">
        {matching === null
          ? t('data.table.counting')
          : matching === total
            ? t('data.table.all', { rows: formatCount(total) })
            : t('data.table.filtered', { rows: formatCount(matching), total: formatCount(total) })}
      </span>
      <span className="grid-hint">{t('data.table.hint')}</span>
      {changed && (
        <Button size="small" type="link" onClick={onClear}>
          {t('data.table.clear')}
        </Button>
      )}
    </div>
  );
}
