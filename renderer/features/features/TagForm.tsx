import { Select } from 'antd';
import type { Tag } from '#shared/features/index.ts';
import type { Field } from '#shared/intake/index.ts';
import { ruleSentence } from '#shared/segments/index.ts';
import { useDefinitions } from '../../app/definitions/useDefinitions.ts';
import { useWords } from '../../app/i18n/useWords.ts';
import styles from './Features.module.css';
import { Labelled } from './Labelled.tsx';
import { NameInput } from './NameInput.tsx';
import { RowTests } from './RowTests.tsx';
import { TagColumn } from './TagColumn.tsx';
import { ruleOf, simpleRule } from './tagRule.ts';

interface Props {
  tag: Tag;
  tags: readonly Tag[];
  /** Names that other columns have, but for those that tags share. */
  taken: readonly string[];
  /** The dataset that the tag is in, and the features beside it. */
  own: string;
  fields: readonly Field[];
  onChange(tag: Tag): void;
}

/** The rule of a tag: tests of the features beside it, and where wanted a segment. */
export function TagForm({ tag, tags, taken, own, fields, onChange }: Props) {
  const { t, locale } = useWords();
  const segments = useDefinitions('segment').definitions ?? [];
  const simple = simpleRule(tag, own);
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
      <TagColumn tag={tag} tags={tags} taken={taken} onChange={(part) => onChange({ ...tag, ...part })} />
      {simple ? (
        <>
          <Labelled label={t('features.tags.segment')}>
            <Select
              size="small"
              aria-label={t('features.tags.segment')}
              value={simple.segment === null ? '' : `=${simple.segment}`}
              options={[
                { value: '', label: t('features.tags.noSegment') },
                ...segments.map(({ name }) => ({ value: `=${name}`, label: name })),
              ]}
              onChange={(chosen) =>
                onChange({ ...tag, rule: ruleOf({ ...simple, segment: chosen === '' ? null : chosen.slice(1) }, own) })
              }
            />
          </Labelled>
          <div className={styles['wide']}>
            <span>{t('features.tags.rule')}</span>
            <RowTests
              table={own}
              fields={fields}
              rows={simple.tests}
              onChange={(tests) => onChange({ ...tag, rule: ruleOf({ ...simple, tests }, own) })}
            />
          </div>
        </>
      ) : (
        <p className={styles['wide']}>
          {t('features.tags.complex')} {ruleSentence(tag.rule, locale)}
        </p>
      )}
    </div>
  );
}
