import { Select } from 'antd';
import { Plus } from 'lucide-react';
import { useState } from 'react';
import type { RecipeStepKind } from '#shared/recipes/index.ts';
import { useWords } from '../../../app/i18n/useWords.ts';
import styles from './AddStep.module.css';
import { type KindGroup, kindGroups } from './kinds.ts';

interface Props {
  disabled: boolean;
  onAdd(kind: RecipeStepKind): void;
}

/** The menu of steps, by groups, found by a part of the name or of what a step does. */
export function AddStep({ disabled, onAdd }: Props) {
  const { t } = useWords();
  const [open, setOpen] = useState(false);
  const option = (kind: RecipeStepKind) => ({
    value: kind,
    label: t(`recipes.kinds.${kind}`),
    about: t(`recipes.about.${kind}`),
  });
  const groups = Object.keys(kindGroups) as KindGroup[];
  return (
    <Select<RecipeStepKind>
      className={styles['add'] ?? ''}
      classNames={{ popup: { root: styles['popup'] ?? '' } }}
      size="small"
      aria-label={t('recipes.steps.add')}
      placeholder={
        <span className={styles['placeholder']}>
          <Plus size={14} aria-hidden />
          {t('recipes.steps.add')}
        </span>
      }
      value={null}
      disabled={disabled}
      open={open}
      onOpenChange={setOpen}
      popupMatchSelectWidth={560}
      listHeight={380}
      notFoundContent={t('recipes.steps.none')}
      showSearch={{
        filterOption: (typed, offered) => {
          const wanted = typed.trim().toLowerCase();
          // A group is kept where one of its steps is.
          if (!offered || !('about' in offered)) return false;
          return `${offered.label} ${offered.about}`.toLowerCase().includes(wanted);
        },
      }}
      options={groups.map((group) => ({
        label: t(`recipes.groups.${group}`),
        title: t(`recipes.groups.${group}`),
        options: kindGroups[group].map(option),
      }))}
      optionRender={({ data }) => (
        <span className={styles['option']}>
          <span className={styles['kind']}>{data.label}</span>
          <span className={styles['about']}>{'about' in data ? String(data.about) : ''}</span>
        </span>
      )}
      onChange={(kind) => {
        setOpen(false);
        onAdd(kind);
      }}
    />
  );
}
