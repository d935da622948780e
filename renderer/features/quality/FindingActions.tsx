import type { FindingKind } from '#shared/quality/index.ts';
import type { RecipeStep } from '#shared/recipes/index.ts';
import { useWords } from '../../app/i18n/useWords.ts';
import { PlainButton } from '../../components/PlainButton.tsx';
import styles from './Quality.module.css';

interface Props {
  /** The step that mends the finding; null for none. */
  step: RecipeStep | null;
  kind: FindingKind;
  /** null: it is not about rows that could be listed. */
  onShow: (() => void) | null;
  /** null: not yet. */
  onMend: ((step: RecipeStep) => void) | null;
}

/** What can be done about a finding: look at its rows, and mend it by a step of a recipe. */
export function FindingActions({ step, kind, onShow, onMend }: Props) {
  const { t } = useWords();
  const word = (mend: RecipeStep) => {
    // Of steps that could do many things it is said what they do here.
    if (kind === 'code') return t('quality.mend.codes');
    if (kind === 'invalid') return t('quality.mend.flagInvalid');
    return kind === 'skewed' ? t('quality.mend.flagOutliers') : t(`recipes.kinds.${mend.kind}`);
  };
  if (!onShow && !step) return null;
  return (
    <p className={styles['actions']}>
      {onShow && (
        <PlainButton small onClick={onShow}>
          {t('quality.show')}
        </PlainButton>
      )}
      {step && onMend && (
        <PlainButton small onClick={() => onMend(step)}>
          {t('quality.mend.with', { step: word(step) })}
        </PlainButton>
      )}
    </p>
  );
}
