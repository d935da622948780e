import { InputNumber, Select } from 'antd';
import type { ClusterMethod, RecipeField } from '#shared/recipes/index.ts';
import { useWords } from '../../../app/i18n/useWords.ts';
import styles from './ClusterDialog.module.css';

interface Props {
  fields: readonly RecipeField[];
  field: string;
  method: ClusterMethod;
  onField(field: string): void;
  onMethod(method: ClusterMethod): void;
}

const kinds = ['fingerprint', 'spelling', 'ngram', 'pinyin', 'distance'] as const;

/** A method as it starts. */
function startOf(kind: ClusterMethod['kind']): ClusterMethod {
  switch (kind) {
    case 'ngram':
      return { kind, size: 2 };
    case 'distance':
      return { kind, edits: 1 };
    default:
      return { kind };
  }
}

/** Of which field, and by what values are found to be alike. */
export function MethodForm({ fields, field, method, onField, onMethod }: Props) {
  const { t } = useWords();
  return (
    <div className={styles['form']}>
      <div>
        <span>{t('recipes.clusters.field')}</span>
        <Select
          aria-label={t('recipes.clusters.field')}
          showSearch={{ optionFilterProp: 'label' }}
          placeholder={t('recipes.form.choose')}
          value={field === '' ? null : field}
          options={fields.map(({ name }) => ({ value: name, label: name }))}
          onChange={onField}
        />
      </div>
      <div>
        <span>{t('recipes.clusters.method')}</span>
        <Select
          aria-label={t('recipes.clusters.method')}
          value={method.kind}
          options={kinds.map((value) => ({ value, label: t(`recipes.clusters.methods.${value}`) }))}
          onChange={(kind) => onMethod(startOf(kind))}
        />
      </div>
      {method.kind === 'ngram' && (
        <div className={styles['short']}>
          <span>{t('recipes.clusters.size')}</span>
          <InputNumber
            aria-label={t('recipes.clusters.size')}
            min={1}
            max={6}
            precision={0}
            value={method.size}
            onChange={(size) => size !== null && onMethod({ ...method, size })}
          />
        </div>
      )}
      {method.kind === 'distance' && (
        <div className={styles['short']}>
          <span>{t('recipes.clusters.edits')}</span>
          <Select
            aria-label={t('recipes.clusters.edits')}
            value={method.edits}
            options={[1, 2].map((value) => ({ value, label: t('recipes.clusters.editsOf', { count: value }) }))}
            onChange={(edits) => onMethod({ ...method, edits })}
          />
        </div>
      )}
    </div>
  );
}
