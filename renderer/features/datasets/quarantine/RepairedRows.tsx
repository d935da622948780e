import { useMutation } from '@tanstack/react-query';
import { Undo2 } from 'lucide-react';
import type { Dataset, Repair } from '#shared/intake/index.ts';
import { formatMoment } from '../../../app/format/dates.ts';
import { formatCount } from '../../../app/format/numbers.ts';
import { useWords } from '../../../app/i18n/useWords.ts';
import { engine } from '../../../app/ports/clients.ts';
import { ErrorNotice } from '../../../components/ErrorNotice.tsx';
import { IconButton } from '../../../components/IconButton.tsx';
import styles from './RepairedRows.module.css';

/** Rows that were repaired by hand, newest first, each of which can be put back. */
export function RepairedRows({ dataset, repaired }: { dataset: Dataset; repaired: readonly Repair[] }) {
  const { t } = useWords();
  const back = useMutation({
    mutationFn: (repair: number) =>
      engine.call('datasets.putBack', { dataset: dataset.id, version: dataset.version, repair }),
  });
  return (
    <section className={styles['repaired']} aria-label={t('data.repair.done')}>
      <h3>{t('data.repair.doneTitle', { count: repaired.length, rows: formatCount(repaired.length) })}</h3>
      {back.isError && <ErrorNotice error={back.error} />}
      <ul>
        {repaired.toReversed().map(({ id, line, file, at }) => (
          <li key={id}>
            <span>
              {file === undefined ? t('data.repair.line', { line }) : t('data.repair.lineOf', { line, file })}
            </span>
            <span className={styles['when']}>{formatMoment(at)}</span>
            <IconButton
              icon={Undo2}
              label={t('data.repair.putBack', { line })}
              disabled={back.isPending}
              onClick={() => back.mutate(id)}
            />
          </li>
        ))}
      </ul>
    </section>
  );
}
