import { useMemo } from 'react';
import type { Dataset } from '#shared/intake/index.ts';
import { utilisation } from '#shared/quality/index.ts';
import { useDatasets } from '../../app/data/useDatasets.ts';
import { useDefinitions } from '../../app/definitions/useDefinitions.ts';
import { formatCount, formatShare } from '../../app/format/numbers.ts';
import { useWords } from '../../app/i18n/useWords.ts';
import styles from './Quality.module.css';

/** How many fields of a dataset, and of all that was imported, a saved definition uses. */
export function UtilisationLine({ dataset }: { dataset: Dataset }) {
  const { t } = useWords();
  const datasets = useDatasets();
  const { definitions } = useDefinitions();
  const known = useMemo(
    () => (datasets.data && definitions ? utilisation(datasets.data, definitions) : null),
    [datasets.data, definitions],
  );
  const own = known?.datasets.get(dataset.id);
  if (!known || !own || known.all.fields === 0) return null;
  const said = ({ used, fields }: { used: number; fields: number }) => ({
    used: formatCount(used),
    fields: formatCount(fields),
    share: formatShare(used / fields),
  });
  return (
    <p className={styles['utilisation']}>
      <span title={t('quality.utilisation.how')}>
        {t('quality.utilisation.own', said(own))}
        {t('quality.utilisation.all', said(known.all))}
      </span>
      {own.unused.length > 0 && (
        <span className={styles['unused']}>
          {t('quality.utilisation.unused', { fields: own.unused.join(t('quality.utilisation.and')) })}
        </span>
      )}
    </p>
  );
}
