import { Input } from 'antd';
import { useEffect, useState } from 'react';
import { useWords } from '../../app/i18n/useWords.ts';
import { Setting } from './Setting.tsx';

interface Props {
  /** ISO day, or null: the first day of each campaign. */
  value: string | null;
  onChange(launch: string | null): void;
}

/** The day of launch, typed. What is no day stays where it is typed and goes nowhere. */
export function LaunchInput({ value, onChange }: Props) {
  const { t } = useWords();
  const [text, setText] = useState(value ?? '');
  useEffect(() => setText(value ?? ''), [value]);
  const bad = text !== '' && !isIsoDay(text);
  return (
    <Setting label={t('roi.settings.launch')} problem={bad ? t('roi.settings.launchBad') : null}>
      <Input
        value={text}
        placeholder={t('roi.settings.launchHint')}
        status={bad ? 'error' : ''}
        onChange={(event) => {
          const next = event.target.value.trim();
          setText(next);
          if (next === '' || isIsoDay(next)) onChange(next === '' ? null : next);
        }}
      />
    </Setting>
  );
}

/** A day that exists, written as 2026-10-31. */
function isIsoDay(text: string): boolean {
  const at = new Date(`${text}T00:00:00Z`);
  return /^\d{4}-\d{2}-\d{2}$/.test(text) && !Number.isNaN(at.getTime()) && at.toISOString().startsWith(text);
}
