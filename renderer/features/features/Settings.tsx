import { Input, Select } from 'antd';
import { useState } from 'react';
import type { AsOf, FeaturesDefinition } from '#shared/features/index.ts';
import { isIsoDay } from '../../app/format/dates.ts';
import { useWords } from '../../app/i18n/useWords.ts';
import { useTyped } from '../../components/useTyped.ts';
import styles from './Features.module.css';
import { withOutput } from './renamed.ts';

interface Props {
  body: FeaturesDefinition;
  /** The day that is in force now, to begin with where one is to be given. */
  today: string;
  onChange(part: Partial<FeaturesDefinition>): void;
}

/** What all features of a set have in common: the day they are as of, and the dataset they become. */
export function Settings({ body, today, onChange }: Props) {
  const { t } = useWords();
  const [output, setOutput] = useTyped(body.output, (typed) => typed.trim() || body.output);
  return (
    <section className={styles['settings']} aria-label={t('features.settings.label')}>
      {/* biome-ignore lint/a11y/noLabelWithoutControl: the control is the child */}
      <label>
        <span>{t('features.settings.output')}</span>
        <Input
          value={output}
          maxLength={200}
          status={output.trim() === '' ? 'error' : ''}
          onChange={(event) => setOutput(event.target.value)}
          onBlur={() => {
            if (output.trim() === '') setOutput(body.output);
            else if (output.trim() !== body.output) onChange(withOutput(body, output.trim()));
          }}
          onPressEnter={(event) => event.currentTarget.blur()}
        />
      </label>
      <div title={t('features.settings.dayHint')}>
        <span>{t('features.settings.asOf')}</span>
        <Select
          aria-label={t('features.settings.asOf')}
          value={body.asOf.kind}
          options={[
            { value: 'newest' as const, label: t('features.settings.newest') },
            { value: 'date' as const, label: t('features.settings.day') },
          ]}
          onChange={(kind) => onChange({ asOf: kind === 'newest' ? { kind } : { kind, date: today } })}
        />
        {body.asOf.kind === 'date' && (
          <Day key={today} value={body.asOf.date} onChange={(date) => onChange({ asOf: { kind: 'date', date } })} />
        )}
      </div>
    </section>
  );
}

function Day({ value, onChange }: { value: string; onChange(day: Extract<AsOf, { kind: 'date' }>['date']): void }) {
  const { t } = useWords();
  const [text, setText] = useState(value);
  const bad = !isIsoDay(text);
  return (
    <>
      <Input
        aria-label={t('features.settings.day')}
        value={text}
        status={bad ? 'error' : ''}
        onChange={(event) => {
          const next = event.target.value.trim();
          setText(next);
          if (isIsoDay(next)) onChange(next);
        }}
      />
      {bad && <span className={styles['problem']}>{t('features.settings.dayBad')}</span>}
    </>
  );
}
