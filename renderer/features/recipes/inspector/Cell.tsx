import { drawnSpace, unseenSpaces } from '#shared/format/index.ts';
import { useWords } from '../../../app/i18n/useWords.ts';
import styles from './Inspector.module.css';

interface Props {
  value: string | null;
  tone: 'plain' | 'was' | 'now';
}

/** One value of a sample. What changed is marked, and spaces that matter are drawn. */
export function Cell({ value, tone }: Props) {
  const { t } = useWords();
  const look = `${styles['value']} ${styles[tone]}`;
  const words = value === null ? <em>{t('recipes.inspector.empty')}</em> : withSpaces(value);
  if (tone === 'was')
    return (
      <dd className={look}>
        <del>{words}</del>
      </dd>
    );
  if (tone === 'now')
    return (
      <dd className={look}>
        <ins>{words}</ins>
      </dd>
    );
  return <dd className={look}>{words}</dd>;
}

function withSpaces(value: string) {
  const parts = [];
  let end = 0;
  for (const match of value.matchAll(unseenSpaces)) {
    parts.push(value.slice(end, match.index));
    parts.push(
      <span key={match.index} className={styles['space']}>
        {drawnSpace.repeat(match[0].length)}
      </span>,
    );
    end = match.index + match[0].length;
  }
  parts.push(value.slice(end));
  return parts;
}
