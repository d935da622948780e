import { TriangleAlert } from 'lucide-react';
import { toAppError } from '#shared/errors/index.ts';
import type { RuleNode } from '#shared/segments/index.ts';
import { formatCount, formatShare } from '../../../app/format/numbers.ts';
import { useWords } from '../../../app/i18n/useWords.ts';
import { ruleOf, useCount } from '../useCount.ts';
import styles from './RowCount.module.css';

/** How many clients meet one condition by itself; says so where it is not complete. */
export function RowCount({ node }: { node: RuleNode | undefined }) {
  const { t } = useWords();
  if (!node) return <span className={styles['incomplete']}>{t('segments.condition.incomplete')}</span>;
  return <Counted node={node} />;
}

function Counted({ node }: { node: RuleNode }) {
  const { t, locale } = useWords();
  const { result, error } = useCount(ruleOf(node));
  if (error) {
    const sentence = toAppError(error).sentence(locale);
    return (
      <span className={styles['error']} title={sentence}>
        <TriangleAlert size={14} aria-hidden />
        <span className={styles['sentence']}>{sentence}</span>
      </span>
    );
  }
  return (
    <span className={styles['count']}>
      <span>
        {result ? (
          `${formatCount(result.clients)} · ${formatShare(result.share)}`
        ) : (
          <span title={t('common.states.updating')}>…</span>
        )}
      </span>
      <span className={styles['track']} aria-hidden>
        <span style={{ width: `${(result?.share ?? 0) * 100}%` }} />
      </span>
    </span>
  );
}
