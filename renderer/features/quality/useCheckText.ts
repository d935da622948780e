import type { ControlCheck, Reconciliation } from '#shared/controls/index.ts';
import { stateOf, whatOf, whyOf, writtenExactly } from '../../app/data/checkText.ts';
import { useWords } from '../../app/i18n/useWords.ts';

/** A check against a control figure in words. */
export function useCheckText() {
  const { t } = useWords();
  return {
    what: (check: ControlCheck) => whatOf(t, check),
    number: writtenExactly,
    state: (check: ControlCheck) => stateOf(t, check),
    why: (check: ControlCheck, aside: Reconciliation['aside']) => whyOf(t, check, aside),
    by: ({ by, line, tolerance }: ControlCheck) =>
      by === 'file'
        ? t('quality.controls.byFile', { line: String(line ?? '') })
        : tolerance === '0'
          ? t('quality.controls.byAnalyst')
          : t('quality.controls.byAnalystWithin', { tolerance: writtenExactly(tolerance) }),
  };
}
