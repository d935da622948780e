import { Button, Input, Select } from 'antd';
import { ArrowRight, Plus, Sparkles, X } from 'lucide-react';
import { useState } from 'react';
import { useWords } from '../../../app/i18n/useWords.ts';
import { IconButton } from '../../../components/IconButton.tsx';
import type { FormProps } from './form.ts';
import styles from './parts.module.css';
import { Choice, OneField, Row } from './parts.tsx';

/** More lines than this are drawn when asked for. */
const linesAtOnce = 20;

interface Props extends FormProps<'map'> {
  onFindAlike(): void;
}

export function MapForm({ step, fields, onChange, onFindAlike }: Props) {
  const { t } = useWords();
  const [drawn, setDrawn] = useState(linesAtOnce);
  const { values } = step;
  const put = (at: number, part: Partial<(typeof values)[number]>) =>
    onChange({ ...step, values: values.map((each, i) => (i === at ? { ...each, ...part } : each)) });
  return (
    <>
      <OneField
        label={t('recipes.form.field')}
        fields={fields}
        value={step.field}
        onChange={(field) => onChange({ ...step, field })}
      />
      <Row label={t('recipes.form.mapping')}>
        {values.slice(0, drawn).map(({ from, to }, i) => (
          // biome-ignore lint/suspicious/noArrayIndexKey: lines have no name but their place
          <div key={i} className={styles['line']}>
            <Select
              mode="tags"
              size="small"
              open={false}
              suffixIcon={null}
              maxTagCount={4}
              aria-label={`${t('recipes.form.from')} ${i + 1}`}
              placeholder={t('recipes.form.fromHint')}
              value={from}
              onChange={(next: string[]) => put(i, { from: next })}
            />
            <ArrowRight className={styles['arrow']} size={14} aria-hidden />
            <Input
              className={styles['to'] ?? ''}
              size="small"
              aria-label={`${t('recipes.form.to')} ${i + 1}`}
              placeholder={t('recipes.form.toEmpty')}
              value={to ?? ''}
              onChange={({ target }) => put(i, { to: target.value === '' ? null : target.value })}
            />
            <IconButton
              icon={X}
              label={t('recipes.form.removeMapping', { place: String(i + 1) })}
              onClick={() => onChange({ ...step, values: values.toSpliced(i, 1) })}
            />
          </div>
        ))}
        {values.length > drawn && (
          <Button type="text" size="small" onClick={() => setDrawn(values.length)}>
            {t('recipes.form.moreMappings', { n: String(values.length - drawn) })}
          </Button>
        )}
        <div className={styles['tools']}>
          <Button
            type="text"
            size="small"
            icon={<Plus size={14} aria-hidden />}
            onClick={() => {
              setDrawn(values.length + 1);
              onChange({ ...step, values: [...values, { from: [], to: null }] });
            }}
          >
            {t('recipes.form.addMapping')}
          </Button>
          <Button type="text" size="small" icon={<Sparkles size={14} aria-hidden />} onClick={onFindAlike}>
            {t('recipes.form.findAlike')}
          </Button>
        </div>
      </Row>
      <Choice
        label={t('recipes.form.others')}
        value={step.others}
        options={(['keep', 'empty'] as const).map((value) => ({
          value,
          label: t(`recipes.form.othersChoices.${value}`),
        }))}
        onChange={(others) => onChange({ ...step, others })}
      />
    </>
  );
}
