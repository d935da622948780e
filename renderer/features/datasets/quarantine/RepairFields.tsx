import { Input } from 'antd';
import { ArrowDownFromLine, Merge } from 'lucide-react';
import type { CellFault, Dataset, RepairCell, RepairForm } from '#shared/intake/index.ts';
import { useWords } from '../../../app/i18n/useWords.ts';
import { FieldTypeIcon } from '../../../components/FieldTypeIcon.tsx';
import { IconButton } from '../../../components/IconButton.tsx';
import { join, shift, textOf, write } from './cells.ts';
import styles from './RepairDialog.module.css';

interface Props {
  dataset: Dataset;
  form: RepairForm;
  cells: readonly RepairCell[];
  faults: readonly CellFault[];
  onCells(cells: readonly RepairCell[]): void;
}

/** A field a line, with what the row will hold. What is masked is kept as it stands until something else is written. */
export function RepairFields({ dataset, form, cells, faults, onCells }: Props) {
  const { t } = useWords();
  const wrong = new Map(faults.map((fault) => [fault.field, fault]));
  return (
    <ul className={styles['fields']} aria-label={t('data.repair.fields')}>
      {dataset.fields.map(({ name, type }, at) => {
        const cell = cells[at];
        if (!cell) return null;
        const fault = wrong.get(name);
        const id = `repair-fault-${at}`;
        return (
          <li key={name} className={styles['field']}>
            <span className={styles['name']} title={name}>
              <FieldTypeIcon type={type} silent />
              {name}
            </span>
            <Input
              size="small"
              aria-label={name}
              aria-describedby={fault ? id : undefined}
              status={fault ? 'error' : ''}
              placeholder={t('data.repair.noValue')}
              value={textOf(cell, form)}
              onChange={(event) => onCells(write(cells, at, event.target.value))}
            />
            <IconButton
              icon={Merge}
              label={t('data.repair.join', { field: name })}
              disabled={join(cells, at, form.pieces.length) === null}
              onClick={() => onCells(join(cells, at, form.pieces.length) ?? cells)}
            />
            <IconButton
              icon={ArrowDownFromLine}
              label={t('data.repair.shift', { field: name })}
              disabled={shift(cells, at) === null}
              onClick={() => onCells(shift(cells, at) ?? cells)}
            />
            {fault && (
              <p id={id} className={styles['fault']} role="alert">
                {fault.fault === 'notOfType'
                  ? t('data.repair.notOfType', {
                      type: t(`common.fieldType.${fault.type}`),
                      example: t(`data.repair.examples.${fault.type}`),
                    })
                  : t(`data.repair.${fault.fault}`)}
              </p>
            )}
          </li>
        );
      })}
    </ul>
  );
}
