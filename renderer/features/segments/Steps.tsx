import { memo } from 'react';
import type { GroupNode, RuleNode } from '#shared/segments/index.ts';
import { formatCount } from '../../app/format/numbers.ts';
import { useWords } from '../../app/i18n/useWords.ts';
import styles from './Inspector.module.css';
import { ruleOf, useCount } from './useCount.ts';

/** More steps than this say less than the rule itself. */
const shownSteps = 8;

/** How the count comes about: all clients, then what is left (or together) after each part of the rule in turn. */
export const Steps = memo(function Steps({ rule }: { rule: GroupNode }) {
  const { t } = useWords();
  const items = rule.items.filter(asks).slice(0, shownSteps);
  return (
    <section className={styles['steps']} aria-label={t('segments.inspector.steps')}>
      <h3>{t('segments.inspector.steps')}</h3>
      <ul>
        <Step name={t('segments.inspector.stepAll')} rule={ruleOf()} />
        {items.map((item, at) => (
          // Steps have no identity but their place.
          // biome-ignore lint/suspicious/noArrayIndexKey: see above
          <Step key={at} name={nameOf(item)} rule={{ ...rule, items: items.slice(0, at + 1) }} />
        ))}
      </ul>
    </section>
  );
});

function Step({ name, rule }: { name: string; rule: GroupNode }) {
  const { result } = useCount(rule);
  return (
    <li className={styles['step']}>
      <span className={styles['name']} title={name}>
        {name}
      </span>
      <span className={styles['track']} aria-hidden>
        <span style={{ width: `${(result?.share ?? 0) * 100}%` }} />
      </span>
      <span className={styles['value']}>{result ? formatCount(result.clients) : '…'}</span>
    </li>
  );
}

/** Whether a part of a rule asks anything: empty groups do not. */
const asks = (node: RuleNode): boolean => node.kind !== 'group' || node.items.some(asks);

function nameOf(node: RuleNode): string {
  switch (node.kind) {
    case 'condition':
      return node.field.field;
    case 'segment':
      return node.segment;
    case 'funnel':
      return node.funnel;
    case 'group':
      return `${node.negate ? '− ' : ''}${node.items
        .filter(asks)
        .map(nameOf)
        .join(node.combine === 'and' ? ' + ' : ' / ')}`;
  }
}
