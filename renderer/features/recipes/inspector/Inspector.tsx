import type { TFunction } from 'i18next';
import { AppError } from '#shared/errors/index.ts';
import { formatCount } from '../../../app/format/numbers.ts';
import { useWords } from '../../../app/i18n/useWords.ts';
import type { EditStep } from '../steps/draft.ts';
import type { Looked } from '../usePreview.ts';
import { ColumnChanges } from './ColumnChanges.tsx';
import { columnChanges } from './columnChanges.ts';
import { Facts } from './Facts.tsx';
import styles from './Inspector.module.css';
import { Sample } from './Sample.tsx';

interface Props {
  steps: readonly EditStep[];
  /** The chosen one; without one, the recipe as a whole is told. */
  step: EditStep | undefined;
  looked: Looked;
}

/** What the chosen step does to the table, with examples; or what all of them come to. */
export function Inspector({ steps, step, looked }: Props) {
  return step ? (
    <StepPreview step={step} place={steps.indexOf(step) + 1} looked={looked} />
  ) : (
    <WholePreview any={steps.length > 0} looked={looked} />
  );
}

const fromTo = (t: TFunction, from: number, to: number): string =>
  from === to ? formatCount(from) : t('recipes.inspector.fromTo', { from: formatCount(from), to: formatCount(to) });

function WholePreview({ any, looked: { preview } }: { any: boolean; looked: Looked }) {
  const { t } = useWords();
  const last = preview?.steps.at(-1);
  const cells = preview?.steps.reduce((sum, { changedCells }) => sum + changedCells, 0);
  return (
    <div className={styles['inspector']}>
      <h3>{t('recipes.inspector.whole')}</h3>
      <Facts
        facts={[
          [t('recipes.inspector.rows'), preview && fromTo(t, preview.rows, last?.rowsAfter ?? preview.rows)],
          [
            t('recipes.inspector.columns'),
            preview && fromTo(t, preview.fields.length, last?.fields.length ?? preview.fields.length),
          ],
          [t('recipes.inspector.changed'), cells === undefined ? undefined : formatCount(cells)],
        ]}
      />
      {any && <p className={styles['quiet']}>{t('recipes.inspector.wholeHint')}</p>}
    </div>
  );
}

function StepPreview({ step, place, looked }: { step: EditStep; place: number; looked: Looked }) {
  const { t, locale } = useWords();
  const result = looked.result(step.id);
  const before = looked.before(step.id);
  const changes = result && columnChanges(step.kind, result, before);
  const note = !looked.isComplete(step.id) ? 'incomplete' : !step.enabled ? 'off' : null;
  return (
    <div className={styles['inspector']}>
      <h3>{t('recipes.inspector.step', { place: String(place), kind: t(`recipes.kinds.${step.kind}`) })}</h3>
      {note && <p className={styles['quiet']}>{t(`recipes.inspector.${note}`)}</p>}
      {!note && result?.error && (
        <p className={styles['misfit']} role="alert">
          {AppError.fromWire(result.error).sentence(locale)}
        </p>
      )}
      {!note && !result?.error && (
        <>
          <Facts
            facts={[
              [t('recipes.inspector.rows'), result && fromTo(t, result.rowsBefore, result.rowsAfter)],
              [t('recipes.inspector.columns'), result && fromTo(t, before.length, result.fields.length)],
              [t('recipes.inspector.changed'), result && formatCount(result.changedCells)],
            ]}
          />
          {changes && <ColumnChanges changes={changes} />}
          {result && (result.sample.rows.length > 0 || changes?.length === 0) && (
            <Sample result={result} before={before} />
          )}
        </>
      )}
    </div>
  );
}
