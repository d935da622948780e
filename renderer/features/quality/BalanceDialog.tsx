import { Modal, Select } from 'antd';
import { type Side, sides } from '#shared/clients/index.ts';
import type { Balance } from '#shared/quality/index.ts';
import { formatCount } from '../../app/format/numbers.ts';
import { useWords } from '../../app/i18n/useWords.ts';
import { type Column, DataTable } from '../../components/DataTable.tsx';
import styles from './Quality.module.css';

interface Props {
  balance: Balance;
  /** Says what a channel is; side null: what its words say. null: there is no client model that could keep it. */
  say: ((table: string, value: string | null, side: Side | null) => void) | null;
  onClose(): void;
}

type Source = Balance['sources'][number];
type Line = Pick<Source, 'table' | 'field'> & Source['channels'][number];

/** Every channel with the side that it counts for, to be put right. */
export function BalanceDialog({ balance, say, onClose }: Props) {
  const { t } = useWords();
  const lines = balance.sources.flatMap(({ table, field, channels }) =>
    channels.map((channel): Line => ({ table, field, ...channel })),
  );
  const nameOf = ({ field, value }: Line) => {
    if (field === null) return t('quality.balance.whole');
    return value ?? t('quality.balance.emptyChannel');
  };
  const columns: Column<Line>[] = [
    { key: 'table', title: t('quality.balance.table'), cell: ({ table }) => table },
    { key: 'channel', title: t('quality.balance.channel'), cell: nameOf },
    { key: 'rows', title: t('quality.balance.rows'), numeric: true, cell: ({ rows }) => formatCount(rows) },
    {
      key: 'side',
      title: t('quality.balance.side'),
      cell: (line) => {
        const { table, value, side, said } = line;
        const word = side === null ? t('quality.balance.sides.unknown') : t(`quality.balance.sides.${side}`);
        if (!say) return word;
        const byWords = said ? t('quality.balance.byWords') : t('quality.balance.suggested', { side: word });
        return (
          <Select<Side | 'words'>
            size="small"
            className={styles['side'] ?? ''}
            aria-label={t('quality.balance.sideOf', { table, channel: nameOf(line) })}
            value={said && side !== null ? side : 'words'}
            options={[
              { value: 'words' as const, label: byWords },
              ...sides.map((each) => ({ value: each, label: t(`quality.balance.sides.${each}`) })),
            ]}
            onChange={(chosen) => say(table, value, chosen === 'words' ? null : chosen)}
          />
        );
      },
    },
  ];
  return (
    <Modal
      open
      title={t('quality.balance.title')}
      footer={null}
      centered
      width={760}
      // Anywhere but in the body, whose scrolling Ant Design would lock with a style that the CSP refuses.
      getContainer={() => document.getElementById('root') ?? document.body}
      onCancel={onClose}
    >
      <div className={styles['dialog']}>
        <p className={styles['quiet']}>{t(say ? 'quality.balance.body' : 'quality.balance.noModel')}</p>
        <DataTable
          label={t('quality.balance.title')}
          columns={columns}
          rows={lines}
          rowKey={({ table, value }) => JSON.stringify([table, value])}
        />
      </div>
    </Modal>
  );
}
