import { Checkbox, Input } from 'antd';
import type { Cluster } from '#shared/recipes/index.ts';
import { formatCount } from '../../../app/format/numbers.ts';
import { useWords } from '../../../app/i18n/useWords.ts';
import { useMoreInView } from '../../../components/useMoreInView.ts';
import styles from './ClusterDialog.module.css';
import type { Choice } from './useChoice.ts';

interface Props {
  clusters: readonly Cluster[];
  choice: Choice;
}

/** The clusters, to be ticked; each with its spellings, their rows, and what they become. */
export function ClusterList({ clusters, choice }: Props) {
  const { t } = useWords();
  const { drawn, end } = useMoreInView(clusters.length);
  const chosen = clusters.filter(choice.isChosen).length;
  return (
    // biome-ignore lint/a11y/noNoninteractiveTabindex: a scrolled region must be reachable by keyboard
    <section className={styles['table']} aria-label={t('recipes.clusters.list')} tabIndex={0}>
      <table>
        <thead>
          <tr>
            <th scope="col">
              <Checkbox
                aria-label={t('recipes.clusters.all')}
                checked={chosen === clusters.length}
                indeterminate={chosen > 0 && chosen < clusters.length}
                onChange={({ target }) => choice.chooseAll(target.checked)}
              />
            </th>
            <th scope="col">{t('recipes.clusters.variants')}</th>
            <th scope="col" className={styles['numeric']}>
              {t('recipes.clusters.rows')}
            </th>
            <th scope="col">{t('recipes.clusters.into')}</th>
          </tr>
        </thead>
        <tbody>
          {clusters.slice(0, drawn).map((cluster) => (
            <tr key={cluster.suggested} data-marked={choice.isChosen(cluster) || undefined}>
              <td>
                <Checkbox
                  aria-label={t('recipes.clusters.merge', { value: cluster.suggested })}
                  checked={choice.isChosen(cluster)}
                  onChange={({ target }) => choice.choose(cluster, target.checked)}
                />
              </td>
              <td>
                <div className={styles['variants']}>
                  {cluster.values.map(({ value, rows }) => (
                    <span key={value} className={styles['variant']}>
                      <span className={styles['spelling']}>{value}</span>
                      <span className={styles['quiet']}>{formatCount(rows)}</span>
                    </span>
                  ))}
                </div>
              </td>
              <td className={styles['numeric']}>{formatCount(cluster.rows)}</td>
              <td>
                <Input
                  size="small"
                  aria-label={t('recipes.clusters.intoOf', { value: cluster.suggested })}
                  status={choice.targetOf(cluster).trim() === '' ? 'error' : ''}
                  value={choice.targetOf(cluster)}
                  onChange={({ target }) => choice.setTarget(cluster, target.value)}
                />
              </td>
            </tr>
          ))}
        </tbody>
      </table>
      {end && <div key={drawn} ref={end} className={styles['end']} />}
    </section>
  );
}
