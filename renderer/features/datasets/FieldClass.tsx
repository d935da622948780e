import { Button, Select } from 'antd';
import { ChevronDown } from 'lucide-react';
import { useState } from 'react';
import type { Dataset, Field } from '#shared/intake/index.ts';
import { isIdentity, needsReason, type Sensitivity, sensitivities } from '#shared/privacy/sensitivity.ts';
import { useWords } from '../../app/i18n/useWords.ts';
import { engine } from '../../app/ports/clients.ts';
import { queryClient } from '../../app/query/client.ts';
import { keys } from '../../app/query/keys.ts';
import { ErrorNotice } from '../../components/ErrorNotice.tsx';
import { ReasonDialog } from '../../components/ReasonDialog.tsx';
import styles from './tab.module.css';

/** The class of a field, to be changed: at once when it becomes stricter, with a reason when more would be seen. */
export function FieldClass({ dataset, field }: { dataset: Dataset; field: Field }) {
  const { t } = useWords();
  const [open, setOpen] = useState(false);
  const [wanted, setWanted] = useState<Sensitivity | null>(null);
  const [error, setError] = useState<unknown>(null);
  const label = t('privacy.classes.change', { field: field.name });
  const name = (sensitivity: Sensitivity) => t(`common.sensitivity.${sensitivity}`);

  async function put(sensitivity: Sensitivity, reason: string | null): Promise<void> {
    await engine.call('datasets.setSensitivity', { dataset: dataset.id, field: field.name, sensitivity, reason });
    await queryClient.invalidateQueries({ queryKey: keys.datasets });
  }
  function choose(sensitivity: Sensitivity): void {
    setOpen(false);
    setError(null);
    if (needsReason(field.sensitivity, sensitivity)) setWanted(sensitivity);
    else put(sensitivity, null).catch(setError);
  }

  return (
    <>
      {open ? (
        <Select
          autoFocus
          defaultOpen
          size="small"
          variant="borderless"
          popupMatchSelectWidth={false}
          aria-label={label}
          value={field.sensitivity}
          options={sensitivities.map((value) => ({ value, label: name(value) }))}
          onChange={choose}
          onOpenChange={(stays) => {
            if (!stays) setOpen(false);
          }}
          onBlur={() => setOpen(false)}
        />
      ) : (
        // A button until it is asked for: thousands of selects would take seconds to draw.
        <Button
          className={styles['class'] ?? ''}
          type="text"
          size="small"
          aria-label={`${name(field.sensitivity)} · ${label}`}
          icon={<ChevronDown size={12} aria-hidden />}
          iconPlacement="end"
          onClick={() => setOpen(true)}
        >
          <span className={isIdentity(field.sensitivity) ? styles['look'] : styles['quiet']}>
            {name(field.sensitivity)}
          </span>
        </Button>
      )}
      {error !== null && <ErrorNotice error={error} />}
      {wanted && (
        <ReasonDialog
          title={t('privacy.classes.title', { field: field.name })}
          body={t('privacy.classes.body', { from: name(field.sensitivity), to: name(wanted) })}
          confirm={t('privacy.classes.confirm')}
          onConfirm={(reason) => put(wanted, reason)}
          onClose={() => setWanted(null)}
        />
      )}
    </>
  );
}
