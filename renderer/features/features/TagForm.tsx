import { useContext } from 'react';
import type { FeaturesDefinition, Tag } from '#shared/features/index.ts';
import type { Dataset } from '#shared/intake/index.ts';
import { useDefinitions } from '../../app/definitions/useDefinitions.ts';
import { useWords } from '../../app/i18n/useWords.ts';
import { BesideContext, CountBasis, FieldsContext, RuleBox } from '../segments/index.ts';
import styles from './Features.module.css';
import { Labelled } from './Labelled.tsx';
import { NameInput } from './NameInput.tsx';
import { TagColumn } from './TagColumn.tsx';
import { useTagFields } from './useTagFields.ts';

interface Props {
  tag: Tag;
  /** The set that it is in, and what counts are made from besides. */
  body: FeaturesDefinition;
  basis: string;
  datasets: readonly Dataset[];
  /** Names that other columns have, but for those that tags share. */
  taken: readonly string[];
  onChange(tag: Tag): void;
}

/** A tag: its name, what it becomes, and its rule, which may test clients, what hangs on them, segments, and the features beside it. */
export function TagForm({ tag, body, basis, datasets, taken, onChange }: Props) {
  const { t } = useWords();
  const segments = (useDefinitions('segment').definitions ?? []).map(({ name }) => name);
  const fields = useTagFields(useContext(FieldsContext), body, datasets);
  return (
    <div className={styles['form']}>
      <Labelled label={t('features.rows.name')}>
        <NameInput
          value={tag.name}
          label={t('features.rows.name')}
          taken={tag.column === null ? taken : []}
          otherwise={null}
          onChange={(name) => onChange({ ...tag, name })}
        />
      </Labelled>
      <TagColumn tag={tag} tags={body.tags} taken={taken} onChange={(part) => onChange({ ...tag, ...part })} />
      <section className={styles['rule']} aria-label={t('features.tags.rule')}>
        <BesideContext value={body}>
          <CountBasis value={basis}>
            <FieldsContext value={fields}>
              <RuleBox rule={tag.rule} segments={segments} onChange={(rule) => onChange({ ...tag, rule })} />
            </FieldsContext>
          </CountBasis>
        </BesideContext>
      </section>
    </div>
  );
}
