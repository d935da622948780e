import { useEffect, useMemo, useState } from 'react';
import type { DefinitionOf } from '#shared/contract/index.ts';
import type { Dataset } from '#shared/intake/index.ts';
import { DefinitionFrame } from '../../app/definitions/DefinitionFrame.tsx';
import { edit } from '../../app/definitions/drafts.ts';
import { useWords } from '../../app/i18n/useWords.ts';
import { ErrorNotice } from '../../components/ErrorNotice.tsx';
import { ProgressLine } from '../../components/ProgressLine.tsx';
import { type Fields, FieldsContext } from '../segments/index.ts';
import { ClusterDialog } from './clusters/ClusterDialog.tsx';
import { mergeInto } from './clusters/mergeInto.ts';
import { SourceTable } from './forms/SourceTable.ts';
import { Inspector } from './inspector/Inspector.tsx';
import styles from './RecipeWorkbench.module.css';
import { SourceBar } from './SourceBar.tsx';
import { forgetAskedStep, useAskedStep } from './steps/asked.ts';
import { StepsEditor } from './steps/StepsEditor.tsx';
import { changeSteps, useSteps } from './steps/store.ts';
import { usePreview } from './usePreview.ts';

interface Props {
  recipe: DefinitionOf<'recipe'>;
  recipes: readonly DefinitionOf<'recipe'>[];
  datasets: readonly Dataset[];
  onCreate(): void;
}

/** One recipe being made: what it cleans, its steps, and what each of them does. */
export function RecipeWorkbench({ recipe, recipes, datasets, onCreate }: Props) {
  const { t } = useWords();
  const steps = useSteps(recipe);
  const [chosen, setChosen] = useState<string | null>(null);
  const [arrived, setArrived] = useState<string | null>(null);
  const asked = useAskedStep(recipe.id);
  useEffect(() => {
    if (asked === null) return;
    setChosen(asked);
    setArrived(asked);
    forgetAskedStep();
  }, [asked]);
  const [merging, setMerging] = useState<string | null>(null);
  const source = datasets.find(({ name }) => name === recipe.body.table);
  const looked = usePreview(recipe, steps, source);
  const fields = useSourceFields(source);
  const shown = steps.find(({ id }) => id === chosen);
  const merged = steps.find(({ id }) => id === merging);
  return (
    <FieldsContext value={fields}>
      <SourceTable value={recipe.body.table}>
        <DefinitionFrame
          definition={recipe}
          all={recipes}
          onCreate={onCreate}
          words={{
            list: t('recipes.list'),
            create: t('recipes.create'),
            name: t('recipes.name'),
            nameMissing: t('recipes.nameMissing'),
            remove: t('recipes.remove'),
            removeTitle: t('recipes.removeTitle', { name: recipe.name }),
            removeBody: t('recipes.removeBody'),
          }}
          inspectorLabel={t('recipes.inspector.label')}
          inspector={<Inspector steps={steps} step={shown} looked={looked} />}
        >
          <div className={styles['cards']}>
            <SourceBar
              recipe={recipe}
              recipes={recipes}
              datasets={datasets}
              incomplete={looked.incomplete}
              onChange={(part) => edit({ ...recipe, body: { ...recipe.body, ...part } })}
            />
            {looked.error ? <ErrorNotice error={looked.error} onRetry={looked.retry} /> : null}
            {looked.progress && <ProgressLine progress={looked.progress} />}
            <StepsEditor
              recipe={recipe}
              steps={steps}
              looked={looked}
              chosen={chosen}
              arrived={arrived}
              onChoose={setChosen}
              onFindAlike={setMerging}
            />
          </div>
        </DefinitionFrame>
        {merged?.kind === 'map' && (
          <ClusterDialog
            definition={recipe.body}
            upTo={looked.placeOf(merged.id)}
            fields={looked.before(merged.id)}
            field={merged.field}
            onMerge={(field, merges) => {
              changeSteps(recipe, (all) =>
                all.map((each) =>
                  each.id === merged.id && each.kind === 'map' ? mergeInto(each, field, merges) : each,
                ),
              );
              setMerging(null);
            }}
            onClose={() => setMerging(null)}
          />
        )}
      </SourceTable>
    </FieldsContext>
  );
}

/** The fields whose values are offered where one is to be written: those of the source, before any step. */
function useSourceFields(source: Dataset | undefined): Fields {
  return useMemo(() => {
    const tables = source
      ? [
          {
            table: source.name,
            dataset: source.id,
            version: source.version,
            rows: source.rows,
            linked: false,
            fields: source.fields,
          },
        ]
      : [];
    return {
      tables,
      find: ({ field }) => source?.fields.find(({ name }) => name === field),
      isLinked: () => false,
    };
  }, [source]);
}
