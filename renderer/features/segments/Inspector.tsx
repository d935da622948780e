import { memo, useDeferredValue } from 'react';
import type { DefinitionOf } from '#shared/contract/index.ts';
import type { GroupNode } from '#shared/segments/index.ts';
import { ruleSentence } from '#shared/segments/index.ts';
import { formatCount, formatShare } from '../../app/format/numbers.ts';
import { useWords } from '../../app/i18n/useWords.ts';
import { AmberBadge } from '../../components/AmberBadge.tsx';
import { BigFigure } from '../../components/BigFigure.tsx';
import { ErrorNotice } from '../../components/ErrorNotice.tsx';
import styles from './Inspector.module.css';
import { NextSteps } from './NextSteps.tsx';
import { incompleteOf } from './rule/convert.ts';
import type { EditGroup } from './rule/tree.ts';
import { Steps } from './Steps.tsx';
import { useCount } from './useCount.ts';
import { useFields } from './useFields.ts';

interface Props {
  segment: DefinitionOf<'segment'>;
  root: EditGroup;
  rule: GroupNode;
}

/** The answer, always in sight: how many, what each condition does to it, and the rule in words. */
export const Inspector = memo(function Inspector({ segment, root, rule }: Props) {
  const { t } = useWords();
  const count = useCount(rule);
  const { result, provenance } = count;
  const incomplete = incompleteOf(root);
  // Words follow what is typed when there is time. The figure above does not wait: it would be that of another rule.
  const worded = useDeferredValue(rule);
  const note =
    result &&
    [
      t('segments.inspector.base', { base: formatCount(result.base) }),
      provenance && t('segments.inspector.took', { ms: formatCount(provenance.milliseconds) }),
    ]
      .filter(Boolean)
      .join(' · ');
  return (
    <div className={styles['inspector']}>
      {count.error ? (
        <ErrorNotice error={count.error} onRetry={count.retry} />
      ) : (
        <BigFigure
          label={t('segments.inspector.current')}
          value={result ? formatCount(result.clients) : null}
          unit={`${t('segments.inspector.unit')} · ${formatShare(result?.share ?? null)}`}
          note={note}
          updating={t('common.states.updating')}
        />
      )}
      {incomplete > 0 && <AmberBadge>{t('segments.inspector.incomplete', { count: incomplete })}</AmberBadge>}
      {worded.items.length > 0 && !count.error && <Steps rule={worded} />}
      <Sentence rule={worded} />
      <NextSteps segment={segment} />
    </div>
  );
});

const Sentence = memo(function Sentence({ rule }: { rule: GroupNode }) {
  const { t, locale } = useWords();
  const fields = useFields();
  const isDate = (table: string, field: string) => {
    const type = fields.find({ table, field })?.type;
    return type === 'date' || type === 'timestamp';
  };
  return (
    <section className={styles['sentence']} aria-label={t('segments.inspector.sentence')}>
      {ruleSentence(rule, locale, isDate)}
    </section>
  );
});
