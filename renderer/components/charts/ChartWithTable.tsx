import { ChartColumn, Table2 } from 'lucide-react';
import { type ReactNode, useState } from 'react';
import { useWords } from '../../app/i18n/useWords.ts';
import { Card } from '../Card.tsx';
import { IconButton } from '../IconButton.tsx';
import styles from './ChartWithTable.module.css';

interface Props {
  title: string;
  note?: ReactNode;
  /** More buttons for its head: how it was computed, say. */
  actions?: ReactNode;
  chart: ReactNode;
  table: ReactNode;
}

/** A card with a chart and, one click behind it, the same figures as a table. */
export function ChartWithTable({ title, note, actions, chart, table }: Props) {
  const { t } = useWords();
  const [asTable, setAsTable] = useState(false);
  return (
    <Card
      title={title}
      note={
        <span className={styles['head']}>
          <span className={styles['note']}>{note}</span>
          {actions}
          <IconButton
            icon={asTable ? ChartColumn : Table2}
            label={t(asTable ? 'common.chart.asChart' : 'common.chart.asTable')}
            onClick={() => setAsTable(!asTable)}
          />
        </span>
      }
    >
      {asTable ? table : chart}
    </Card>
  );
}
