import { Button } from 'antd';
import { Eye, FileDown } from 'lucide-react';
import type { ReactNode } from 'react';
import { formatCount } from '../../../app/format/numbers.ts';
import { useWords } from '../../../app/i18n/useWords.ts';

interface Props {
  /** Rows that meet the filters; null until known. */
  matching: number | null;
  total: number;
  /** Whether anything is sorted or filtered. */
  changed: boolean;
  /** Whether the focused cell is a masked one. */
  canReveal: boolean;
  /** Said in place of the hint, so that no row moves away under the mouse; null: the hint. */
  notice: ReactNode;
  onClear(): void;
  onReveal(): void;
  onExport(): void;
}

/** How many rows the grid shows, how to sort it, and what can be done with them. */
export function GridStatus({ matching, total, changed, canReveal, notice, onClear, onReveal, onExport }: Props) {
  const { t } = useWords();
  const icon = { size: 14, strokeWidth: 1.75, 'aria-hidden': true } as const;
  const hint = `${t('data.table.hint')} · ${t('privacy.reveal.hint')}`;
  return (
    <div className="grid-status">
      <span role="status">
        {matching === null
          ? t('data.table.counting')
          : matching === total
            ? t('data.table.all', { rows: formatCount(total) })
            : t('data.table.filtered', { rows: formatCount(matching), total: formatCount(total) })}
      </span>
      {notice ?? (
        <span className="grid-hint" title={hint}>
          {hint}
        </span>
      )}
      <span className="grid-actions">
        {changed && (
          <Button size="small" type="link" onClick={onClear}>
            {t('data.table.clear')}
          </Button>
        )}
        <Button
          size="small"
          disabled={!canReveal}
          title={canReveal ? undefined : t('privacy.reveal.chooseFirst')}
          icon={<Eye {...icon} />}
          onClick={onReveal}
        >
          {t('privacy.reveal.action')}
        </Button>
        <Button size="small" disabled={matching === null} icon={<FileDown {...icon} />} onClick={onExport}>
          {t('privacy.export.action')}
        </Button>
      </span>
    </div>
  );
}
