import { Button, Input, Select } from 'antd';
import { useState } from 'react';
import { type Control, canBeSummed, figureOf } from '#shared/controls/index.ts';
import type { Dataset } from '#shared/intake/index.ts';
import { useWords } from '../../app/i18n/useWords.ts';
import styles from './Reconciliation.module.css';

interface Props {
  dataset: Dataset;
  busy: boolean;
  onAdd(control: Control): void;
}

/** No field has such a name. */
const rows = '\0';

/** One control figure: of what, how much, and by how much it may differ. */
export function ControlForm({ dataset, busy, onAdd }: Props) {
  const { t } = useWords();
  const [of, setOf] = useState(rows);
  const [figure, setFigure] = useState('');
  const [tolerance, setTolerance] = useState('');
  const read = figureOf(figure);
  const most = tolerance.trim() === '' ? '0' : figureOf(tolerance);
  const mostIsWrong = most === null || most.startsWith('-');
  const add = () => {
    if (read === null || mostIsWrong || busy) return;
    onAdd({ field: of === rows ? null : of, figure: read, tolerance: most });
    setFigure('');
    setTolerance('');
  };
  const fields = dataset.fields.filter(canBeSummed).map(({ name }) => ({
    value: name,
    label: t('quality.controls.sumOf', { field: name }),
  }));
  return (
    <div className={styles['form']}>
      <Select
        size="small"
        showSearch
        className={styles['of'] ?? ''}
        aria-label={t('quality.controls.what')}
        value={of}
        options={[{ value: rows, label: t('quality.controls.rows') }, ...fields]}
        onChange={setOf}
      />
      <Input
        size="small"
        className={styles['figure'] ?? ''}
        aria-label={t('quality.controls.figure')}
        placeholder={t('quality.controls.figure')}
        value={figure}
        status={figure !== '' && read === null ? 'error' : ''}
        onChange={(event) => setFigure(event.target.value)}
        onPressEnter={add}
      />
      <Input
        size="small"
        className={styles['tolerance'] ?? ''}
        aria-label={t('quality.controls.tolerance')}
        placeholder={t('quality.controls.toleranceHint')}
        value={tolerance}
        status={mostIsWrong ? 'error' : ''}
        onChange={(event) => setTolerance(event.target.value)}
        onPressEnter={add}
      />
      <Button size="small" disabled={read === null || mostIsWrong || busy} onClick={add}>
        {t('quality.controls.add')}
      </Button>
      {((figure !== '' && read === null) || mostIsWrong) && (
        <span className={styles['off']} role="alert">
          {t('quality.controls.wrong')}
        </span>
      )}
    </div>
  );
}
