import { useMutation, useQuery } from '@tanstack/react-query';
import { X } from 'lucide-react';
import type { Control, ControlCheck } from '#shared/controls/index.ts';
import type { Dataset } from '#shared/intake/index.ts';
import { useWords } from '../../app/i18n/useWords.ts';
import { engine } from '../../app/ports/clients.ts';
import { queryClient } from '../../app/query/client.ts';
import { keys } from '../../app/query/keys.ts';
import { type Column, DataTable } from '../../components/DataTable.tsx';
import { ErrorNotice } from '../../components/ErrorNotice.tsx';
import { HowButton } from '../../components/HowButton.tsx';
import { IconButton } from '../../components/IconButton.tsx';
import { ControlForm } from './ControlForm.tsx';
import styles from './Reconciliation.module.css';
import { useCheckText } from './useCheckText.ts';

/** A dataset held against control figures: those that its file has for itself, and those that the analyst enters. */
export function Reconciliation({ dataset }: { dataset: Dataset }) {
  const { t } = useWords();
  const text = useCheckText();
  const controls = dataset.controls ?? [];
  const { data, error, refetch } = useQuery({
    queryKey: [...keys.datasets, 'quality.reconcile', dataset.id, dataset.version, controls],
    queryFn: ({ signal }) => engine.call('quality.reconcile', { dataset: dataset.id }, { signal }),
  });
  const setting = useMutation({
    mutationFn: (next: readonly Control[]) =>
      engine.call('quality.setControls', { dataset: dataset.id, controls: [...next] }),
    onSuccess: () => queryClient.invalidateQueries({ queryKey: keys.datasets }),
  });
  const without = (field: string | null) => controls.filter((each) => each.field !== field);
  const set = (control: Control) => setting.mutate([...without(control.field), control]);
  const remove = ({ field, by }: ControlCheck) =>
    by === 'file' ? set({ field, figure: null, tolerance: '0' }) : setting.mutate(without(field));
  const columns: Column<ControlCheck>[] = [
    { key: 'what', title: t('quality.controls.what'), cell: text.what },
    { key: 'figure', title: t('quality.controls.figure'), numeric: true, cell: ({ figure }) => text.number(figure) },
    { key: 'actual', title: t('quality.controls.actual'), numeric: true, cell: ({ actual }) => text.number(actual) },
    {
      key: 'state',
      title: t('quality.controls.state'),
      cell: (check) => <span className={check.matched ? undefined : styles['off']}>{text.state(check)}</span>,
    },
    {
      key: 'by',
      title: t('quality.controls.by'),
      cell: (check) => <span className={styles['quiet']}>{text.by(check)}</span>,
    },
    {
      key: 'why',
      title: t('quality.controls.why'),
      wide: true,
      cell: (check) => (data ? text.why(check, data.result.aside) : ''),
    },
    {
      key: 'remove',
      title: <span className="visually-hidden">{t('quality.controls.drop')}</span>,
      cell: (check) => (
        <IconButton
          icon={X}
          label={t('quality.controls.dropOf', { what: text.what(check) })}
          onClick={() => remove(check)}
        />
      ),
    },
  ];
  const ignored = controls.some(({ figure }) => figure === null);
  return (
    <section className={styles['card']} aria-label={t('quality.controls.title')}>
      <div className={styles['head']}>
        <h3 title={t('quality.controls.hint')}>{t('quality.controls.title')}</h3>
        <ControlForm dataset={dataset} busy={setting.isPending} onAdd={set} />
        {ignored && (
          <button
            type="button"
            className={styles['again']}
            onClick={() => setting.mutate(controls.filter(({ figure }) => figure !== null))}
          >
            {t('quality.controls.fileAgain')}
          </button>
        )}
        {data && data.result.checks.length > 0 && (
          <HowButton
            provenance={data.provenance}
            method={{ formulas: [t('quality.controls.formula')], base: t('quality.controls.base') }}
          />
        )}
      </div>
      {error && <ErrorNotice error={error} onRetry={() => void refetch()} />}
      {setting.isError && <ErrorNotice error={setting.error} />}
      {data && data.result.checks.length > 0 && (
        <div className={styles['checks']}>
          <DataTable
            label={t('quality.controls.table')}
            columns={columns}
            rows={data.result.checks}
            rowKey={({ field }) => field ?? '\0'}
          />
        </div>
      )}
    </section>
  );
}
