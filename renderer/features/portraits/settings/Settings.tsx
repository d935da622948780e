import { Checkbox } from 'antd';
import { useId } from 'react';
import type { PortraitDefinition } from '#shared/portraits/index.ts';
import { useWords } from '../../../app/i18n/useWords.ts';
import { type Fields, ScopePicker } from '../../segments/index.ts';
import { BaselinePicker } from './BaselinePicker.tsx';
import { DimensionPicker } from './DimensionPicker.tsx';
import styles from './Settings.module.css';

interface Props {
  body: PortraitDefinition;
  fields: Fields;
  onChange(change: Partial<PortraitDefinition>): void;
}

/** Whose portrait, beside whom, in which fields. */
export function Settings({ body, fields, onChange }: Props) {
  const { t } = useWords();
  const label = useId();
  return (
    <section aria-labelledby={label} className={styles['settings']}>
      <h2 id={label} className="visually-hidden">
        {t('portraits.settings.label')}
      </h2>
      <h3 className={styles['name']}>{t('portraits.settings.scope')}</h3>
      <ScopePicker value={body.scope} label={t('portraits.settings.scope')} onChange={(scope) => onChange({ scope })} />
      <h3 className={styles['name']}>{t('portraits.settings.baseline')}</h3>
      <BaselinePicker value={body.baseline} onChange={(baseline) => onChange({ baseline })} />
      <h3 className={styles['name']}>{t('portraits.settings.dimensions')}</h3>
      <DimensionPicker value={body.dimensions} fields={fields} onChange={(dimensions) => onChange({ dimensions })} />
      {body.dimensions.length === 0 && body.scope.kind === 'segment' && (
        <Checkbox
          checked={body.ruleFields}
          title={t('portraits.settings.ruleFieldsHint')}
          onChange={({ target }) => onChange({ ruleFields: target.checked })}
        >
          {t('portraits.settings.ruleFields')}
        </Checkbox>
      )}
    </section>
  );
}
