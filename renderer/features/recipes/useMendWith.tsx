import { Modal, Radio } from 'antd';
import { type ReactNode, useState } from 'react';
import type { DefinitionOf } from '#shared/contract/index.ts';
import type { Dataset } from '#shared/intake/index.ts';
import type { RecipeStep } from '#shared/recipes/index.ts';
import { useDefinitions } from '../../app/definitions/useDefinitions.ts';
import { useWords } from '../../app/i18n/useWords.ts';
import { engine } from '../../app/ports/clients.ts';
import { useUi } from '../../app/state/ui.ts';
import { mergesOf } from './clusters/mergeInto.ts';
import { askForStep } from './steps/asked.ts';
import { freshId } from './steps/draft.ts';
import { changeSteps } from './steps/store.ts';
import { useMakeRecipe } from './useMakeRecipe.ts';
import styles from './useMendWith.module.css';

const anew = '';

/**
 * Puts a step into a recipe of a dataset and opens it there: into a new one or, where recipes read the dataset already, the
 * one that is chosen. null: it is not known yet which recipes there are.
 */
export function useMendWith(dataset: Dataset): { mend: ((step: RecipeStep) => void) | null; dialog: ReactNode } {
  const { t } = useWords();
  const { definitions } = useDefinitions('recipe');
  const make = useMakeRecipe();
  const go = useUi((state) => state.go);
  const select = useUi((state) => state.select);
  const [asking, setAsking] = useState<{ step: RecipeStep; into: string } | null>(null);
  if (!definitions || !make) return { mend: null, dialog: null };
  const recipes = definitions.filter(({ body }) => body.table === dataset.name);
  const put = async (bare: RecipeStep, recipe: DefinitionOf<'recipe'> | undefined) => {
    const step = { ...(await filledIn(bare, dataset)), id: freshId() };
    const target = recipe ?? (await make(dataset));
    if (!target) return;
    changeSteps(target, (steps) => [...steps, step]);
    askForStep(target.id, step.id);
    select('recipe', target.id);
    go('recipes');
  };
  const mend = (step: RecipeStep) => {
    const [first] = recipes;
    if (first) setAsking({ step, into: first.id });
    else void put(step, undefined);
  };
  const close = () => setAsking(null);
  const dialog = asking && (
    <Modal
      open
      title={t('recipes.mend.title')}
      okText={t('recipes.mend.confirm')}
      cancelText={t('common.actions.cancel')}
      width={460}
      // Anywhere but in the body, whose scrolling Ant Design would lock with a style that the CSP refuses.
      getContainer={() => document.getElementById('root') ?? document.body}
      onOk={() => {
        close();
        void put(
          asking.step,
          recipes.find(({ id }) => id === asking.into),
        );
      }}
      onCancel={close}
    >
      <p className={styles['body']}>{t('recipes.mend.body', { table: dataset.name })}</p>
      <Radio.Group
        aria-label={t('recipes.mend.title')}
        className={styles['choices'] ?? ''}
        value={asking.into}
        options={[
          ...recipes.map(({ id, name }) => ({ value: id, label: name })),
          { value: anew, label: t('recipes.mend.anew') },
        ]}
        onChange={({ target }) => setAsking({ ...asking, into: String(target.value) })}
      />
    </Modal>
  );
  return { mend, dialog };
}

/** A list of values to merge comes with those that are spelt alike. Without any it opens empty, to be filled in by hand. */
async function filledIn(step: RecipeStep, dataset: Dataset): Promise<RecipeStep> {
  if (step.kind !== 'map' || step.values.length > 0) return step;
  const definition = { table: dataset.name, output: dataset.name, steps: [] };
  // The very groups that the finding counts: by the fingerprint A+ and A- would be one, and 餐 饮 not 餐饮.
  const method = { kind: 'spelling' } as const;
  try {
    const { clusters } = await engine.call('recipes.clusters', { definition, upTo: 0, field: step.field, method });
    return { ...step, values: mergesOf(clusters) };
  } catch {
    // The step's own search says what went wrong when it is used.
    return step;
  }
}
