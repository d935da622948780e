import type { EngineContract, Result } from '#shared/contract/index.ts';
import { type Differences, hasDifferences } from '#shared/versions/index.ts';
import { formatBytes } from '../../app/format/numbers.ts';
import { useWords } from '../../app/i18n/useWords.ts';
import { AmberBadge } from '../../components/AmberBadge.tsx';
import styles from './Versions.module.css';

interface Props {
  checked: Result<EngineContract, 'versions.check'>;
  mode: 'replace' | 'append';
}

/** What a newer file is, and how its columns differ from the dataset's. */
export function Checked({ checked, mode }: Props) {
  const { t } = useWords();
  const { file, bytes, columns, sameOptions, differences, misfits } = checked;
  const names = (all: readonly { name: string }[]) => all.map(({ name }) => name).join(t('common.how.and'));
  const changes = (all: Differences['retyped']) =>
    all
      .map(({ name, from, to }) =>
        t('versions.change', { name, from: t(`common.fieldType.${from}`), to: t(`common.fieldType.${to}`) }),
      )
      .join(t('common.how.and'));
  const lines = [
    differences.added.length > 0 && t('versions.added', { names: names(differences.added) }),
    differences.gone.length > 0 &&
      t(mode === 'append' ? 'versions.goneAppend' : 'versions.gone', { names: names(differences.gone) }),
    differences.retyped.length > 0 && t('versions.retyped', { names: changes(differences.retyped) }),
    misfits.length > 0 && t('versions.misfits', { names: changes(misfits) }),
  ].filter((line) => line !== false);
  return (
    <section className={styles['checked']} aria-live="polite">
      <p>
        <strong>{t('versions.found', { file, columns: String(columns), size: formatBytes(bytes) })}</strong>
      </p>
      <p>
        {sameOptions ? (
          <span className={styles['quiet']}>{t('versions.sameOptions')}</span>
        ) : (
          <AmberBadge>{t('versions.otherOptions')}</AmberBadge>
        )}
      </p>
      {!hasDifferences(differences) && misfits.length === 0 && <p>{t('versions.alike')}</p>}
      <ul>
        {lines.map((line) => (
          <li key={line} className={styles['look']}>
            {line}
          </li>
        ))}
      </ul>
    </section>
  );
}
