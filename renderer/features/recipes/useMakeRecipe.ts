import type { DefinitionOf } from '#shared/contract/index.ts';
import type { Dataset } from '#shared/intake/index.ts';
import { useDatasets } from '../../app/data/useDatasets.ts';
import { useCreate } from '../../app/definitions/useCreate.ts';
import { freeName, useDefinitions } from '../../app/definitions/useDefinitions.ts';
import { useWords } from '../../app/i18n/useWords.ts';
import { useUi } from '../../app/state/ui.ts';

/** Makes a recipe for a dataset and shows it. null: it is not known yet which names are free. */
export function useMakeRecipe(): ((dataset: Dataset) => Promise<DefinitionOf<'recipe'> | null>) | null {
  const { t } = useWords();
  const { definitions: recipes } = useDefinitions('recipe');
  const { data: datasets } = useDatasets();
  const create = useCreate();
  const go = useUi((state) => state.go);
  if (!recipes || !datasets) return null;
  return async (dataset) => {
    const first = cut(t('recipes.newNameFor', { table: dataset.name }));
    const numbered = (name: string) => (number: number) => t('recipes.numbered', { name, number: String(number) });
    const name = freeName(recipes, first, numbered(first));
    const outputs = [...datasets, ...recipes.map(({ body }) => ({ name: body.output }))];
    const output = cut(t('recipes.outputFor', { table: dataset.name }));
    const body = { table: dataset.name, output: freeName(outputs, output, numbered(output)), steps: [] };
    const created = await create({ kind: 'recipe', name, body });
    if (created?.kind !== 'recipe') return null;
    go('recipes');
    return created;
  };
}

/** With room for a number behind it. */
const cut = (name: string) => name.slice(0, 190);
