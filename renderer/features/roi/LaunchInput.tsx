import { Input } from 'antd';
import { isIsoDay } from '../../app/format/dates.ts';
import { useWords } from '../../app/i18n/useWords.ts';
import { useTyped } from '../../components/useTyped.ts';
import { Setting } from './Setting.tsx';

interface Props {
  /** ISO day, or null: the first day of each campaign. */
  value: string | null;
  onChange(launch: string | null): void;
}

/** The day of launch, typed. What is no day stays where it is typed and goes nowhere. */
export function LaunchInput({ value, onChange }: Props) {
  const { t } = useWords();
  const [text, setText] = useTyped(value ?? '', (typed) => (isIsoDay(typed) ? typed : ''));
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
