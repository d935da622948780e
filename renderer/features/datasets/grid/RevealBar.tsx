import { Button } from 'antd';
import { EyeOff } from 'lucide-react';
import { formatCount } from '../../../app/format/numbers.ts';
import { useWords } from '../../../app/i18n/useWords.ts';

interface Props {
  field: string;
  /** From 0. */
  row: number;
  secondsLeft: number;
  onHide(): void;
}

/** Which cell is revealed, for how long yet, and the way to mask it at once. */
export function RevealBar({ field, row, secondsLeft, onHide }: Props) {
  const { t } = useWords();
  return (
    <div className="reveal-bar">
      <span className="reveal-what" role="alert" title={field}>
        {t('privacy.reveal.shown', { field, row: formatCount(row + 1) })}
      </span>
      {/* Read aloud every second it would drown everything else. */}
      <span className="reveal-left" role="timer" aria-live="off">
        {t('privacy.reveal.left', { seconds: secondsLeft })}
      </span>
      <Button size="small" icon={<EyeOff size={14} strokeWidth={1.75} aria-hidden />} onClick={onHide}>
        {t('privacy.reveal.hide')}
      </Button>
    </div>
  );
}
