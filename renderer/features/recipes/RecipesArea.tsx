import { Button } from 'antd';
import { Brush, Database } from 'lucide-react';
import { useRequest } from '../../app/commands/requests.ts';
import { useDatasets } from '../../app/data/useDatasets.ts';
import { useDefinitions } from '../../app/definitions/useDefinitions.ts';
import { useWords } from '../../app/i18n/useWords.ts';
import { useUi } from '../../app/state/ui.ts';
import { ToData } from '../../app/workspace/ToData.tsx';
import { EmptyState } from '../../components/EmptyState.tsx';
import { RecipeWorkbench } from './RecipeWorkbench.tsx';
import { useMakeRecipe } from './useMakeRecipe.ts';

/** The recipes area: steps that clean a dataset, and what each of them does. */
export function RecipesArea() {
  const { t } = useWords();
  const { definitions: recipes } = useDefinitions('recipe');
  const { data: datasets } = useDatasets();
  const selected = useUi((state) => state.selected.recipe);
  const looked = useUi((state) => state.selected.dataset);
  const make = useMakeRecipe();
  // The dataset that was looked at last is the one that someone wants to clean.
  const source = datasets?.find(({ id }) => id === looked) ?? datasets?.[0];
  const create = make && source ? () => make(source) : null;
  useRequest('create.recipe', create);
  if (!recipes || !datasets) return null;
  const shown = recipes.find(({ id }) => id === selected) ?? recipes[0];
  if (shown) {
    return (
      <RecipeWorkbench
        key={shown.id}
        recipe={shown}
        recipes={recipes}
        datasets={datasets}
        onCreate={() => create?.()}
      />
    );
  }
  if (datasets.length === 0) {
    return (
      <EmptyState icon={Database} title={t('recipes.noDataTitle')} actions={<ToData />}>
        {t('recipes.noDataBody')}
      </EmptyState>
    );
  }
  return (
    <EmptyState
      icon={Brush}
      title={t('recipes.emptyTitle')}
      actions={
        <Button type="primary" onClick={() => create?.()}>
          {t('recipes.create')}
        </Button>
      }
    >
      {t('recipes.emptyBody')}
    </EmptyState>
  );
}
