import { Select } from 'antd';
import type { Tag } from '#shared/features/index.ts';
import { useWords } from '../../app/i18n/useWords.ts';
import { Labelled } from './Labelled.tsx';
import { NameInput } from './NameInput.tsx';

interface Props {
  tag: Tag;
  tags: readonly Tag[];
  /** Names that columns have which are no column of tags. */
  taken: readonly string[];
  onChange(part: Pick<Tag, 'column'>): void;
}

/** What a tag becomes: a column of yes and no, or its name in a column that several tags share. */
export function TagColumn({ tag, tags, taken, onChange }: Props) {
  const { t } = useWords();
  const shared = tags.flatMap(({ column }) => column ?? []);
  return (
    <>
      <Labelled label={t('features.tags.becomes')}>
        <Select
          size="small"
          aria-label={t('features.tags.becomes')}
          value={tag.column === null ? 'flag' : 'text'}
          options={(['flag', 'text'] as const).map((each) => ({
            value: each,
            label: t(`features.tags.kinds.${each}`),
          }))}
          onChange={(kind) =>
            onChange({ column: kind === 'flag' ? null : (shared[0] ?? t('features.tags.newColumn')) })
          }
        />
      </Labelled>
      {tag.column !== null && (
        <Labelled label={t('features.tags.column')} note={t('features.tags.columnNote', { name: tag.name })}>
          <NameInput
            value={tag.column}
            label={t('features.tags.column')}
            taken={taken}
            otherwise={null}
            onChange={(column) => onChange({ column })}
          />
        </Labelled>
      )}
    </>
  );
}
