import { CircleAlert } from 'lucide-react';
import { AppError } from '#shared/errors/index.ts';
import type { RecipeField, RecipeStepKind, RecipeStepResult } from '#shared/recipes/index.ts';
import { formatCount } from '../../../app/format/numbers.ts';
import { useWords } from '../../../app/i18n/useWords.ts';
import { AmberBadge } from '../../../components/AmberBadge.tsx';
import styles from './StepCard.module.css';

interface Props {
  kind: RecipeStepKind;
  complete: boolean;
  enabled: boolean;
  /** Undefined while it is worked out. */
  result: RecipeStepResult | undefined;
  /** The columns before the step. */
  before: readonly RecipeField[];
}

/** What a step does, at the end of its line: how many cells, rows and columns, or in red why it does not fit. */
export function StepEffect({ kind, complete, enabled, result, before }: Props) {
  const { t, locale } = useWords();
  if (!complete) return <AmberBadge>{t('recipes.steps.incomplete')}</AmberBadge>;
  if (!enabled) return <span className={styles['quiet']}>{t('recipes.steps.off')}</span>;
  if (!result) return <span className={styles['quiet']}>…</span>;
  if (result.error) {
    const sentence = AppError.fromWire(result.error).sentence(locale);
    return (
      <span className={styles['misfit']} title={sentence}>
        <CircleAlert size={13} aria-hidden />
        <span>{sentence}</span>
      </span>
    );
  }
  const parts = partsOf(kind, result, before);
  const said =
    parts.length === 0
      ? t('recipes.effect.none')
      : parts.map(({ what, count }) => t(`recipes.effect.${what}`, { count, n: formatCount(count) })).join(' · ');
  const unread = result.columns.reduce((sum, each) => sum + each.unread, 0);
  return (
    <>
      <span className={parts.length === 0 ? styles['quiet'] : styles['effect']} title={said}>
        {said}
      </span>
      {unread > 0 && <AmberBadge>{t('recipes.effect.unread', { count: unread, n: formatCount(unread) })}</AmberBadge>}
    </>
  );
}

type What = 'renamed' | 'cells' | 'dropped' | 'addedRows' | 'newColumns' | 'goneColumns';

function partsOf(kind: RecipeStepKind, result: RecipeStepResult, before: readonly RecipeField[]) {
  const names = new Set(before.map(({ name }) => name));
  const now = new Set(result.fields.map(({ name }) => name));
  const added = [...now].filter((name) => !names.has(name)).length;
  const renames = kind === 'rename';
  const counts: Readonly<Record<What, number>> = {
    renamed: renames ? added : 0,
    cells: result.changedCells,
    dropped: Math.max(0, result.rowsBefore - result.rowsAfter),
    addedRows: Math.max(0, result.rowsAfter - result.rowsBefore),
    newColumns: renames ? 0 : added,
    goneColumns: renames ? 0 : [...names].filter((name) => !now.has(name)).length,
  };
  return (Object.keys(counts) as What[])
    .map((what) => ({ what, count: counts[what] }))
    .filter(({ count }) => count > 0);
}
