import { Button, Input } from 'antd';
import { longestReason, shortestReason } from '#shared/privacy/reason.ts';
import { useWords } from '../app/i18n/useWords.ts';
import { useReasons } from '../app/privacy/reasons.ts';
import styles from './ReasonInput.module.css';

interface Props {
  value: string;
  onChange(reason: string): void;
  /** Enter was pressed. */
  onDone?: (() => void) | undefined;
  autoFocus?: boolean;
}

/** Where somebody says why; what was said before is one click away. */
export function ReasonInput({ value, onChange, onDone, autoFocus = false }: Props) {
  const { t } = useWords();
  const recent = useReasons((state) => state.recent);
  return (
    <div className={styles['reason']}>
      {/* biome-ignore lint/a11y/noLabelWithoutControl: the control is the child */}
      <label>
        <span className={styles['label']}>{t('privacy.reason.label')}</span>
        <Input
          value={value}
          maxLength={longestReason}
          placeholder={t('privacy.reason.placeholder')}
          // A dialog opens for this field alone.
          autoFocus={autoFocus}
          onChange={(event) => onChange(event.target.value)}
          onPressEnter={(event) => {
            if (!event.nativeEvent.isComposing) onDone?.();
          }}
        />
      </label>
      <p className={styles['hint']}>{t('privacy.reason.hint', { least: shortestReason })}</p>
      {recent.length > 0 && (
        <fieldset className={styles['recent']}>
          <legend>{t('privacy.reason.recent')}</legend>
          {recent.map((reason) => (
            <Button key={reason} size="small" onClick={() => onChange(reason)}>
              {reason}
            </Button>
          ))}
        </fieldset>
      )}
    </div>
  );
}
