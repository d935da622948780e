import { useState } from 'react';
import type { Records } from '#shared/quality/index.ts';
import { formatCount, formatShare } from '../../app/format/numbers.ts';
import { useWords } from '../../app/i18n/useWords.ts';
import { HowButton } from '../../components/HowButton.tsx';
import { PlainButton } from '../../components/PlainButton.tsx';
import { BalanceDialog } from './BalanceDialog.tsx';
import styles from './Quality.module.css';
import { useBalance } from './useBalance.ts';

/** How much of what was imported comes from online channels, and how much from offline ones. */
export function BalanceLine() {
  const { t } = useWords();
  const [open, setOpen] = useState(false);
  const { data, say } = useBalance();
  if (!data || data.result.records.total === 0) return null;
  const { records, clients } = data.result;
  const said = (of: keyof Records) => formatShare(records[of] / records.total);
  const method = {
    formulas: [t('quality.balance.how.records'), t('quality.balance.how.side'), t('quality.balance.how.clients')],
    base: t('quality.balance.how.base', {
      rows: formatCount(records.total),
      tables: String(data.result.sources.length),
    }),
  };
  return (
    <div className={styles['balance']}>
      <span>
        {t('quality.balance.records', {
          ...{ online: said('online'), offline: said('offline'), other: said('other'), unknown: said('unknown') },
          total: formatCount(records.total),
        })}
      </span>
      <PlainButton small onClick={() => setOpen(true)}>
        {t('quality.balance.open')}
      </PlainButton>
      <HowButton provenance={data.provenance} method={method} />
      {clients && clients.total > 0 && (
        <span className={styles['quiet']}>
          {t('quality.balance.clients', {
            online: formatShare(clients.online / clients.total),
            offline: formatShare(clients.offline / clients.total),
            both: formatShare(clients.both / clients.total),
            unknown: formatShare(clients.unknown / clients.total),
          })}
        </span>
      )}
      {open && <BalanceDialog balance={data.result} say={say} onClose={() => setOpen(false)} />}
    </div>
  );
}
