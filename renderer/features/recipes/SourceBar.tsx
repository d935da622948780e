import { Button, Input, Select } from 'antd';
import { ArrowRight, Play, Table2 } from 'lucide-react';
import type { DefinitionOf } from '#shared/contract/index.ts';
import type { Dataset } from '#shared/intake/index.ts';
import type { RecipeDefinition } from '#shared/recipes/index.ts';
import { StaleNotice } from '../../app/derived/StaleNotice.tsx';
import { formatCount } from '../../app/format/numbers.ts';
import { useWords } from '../../app/i18n/useWords.ts';
import { useUi } from '../../app/state/ui.ts';
import { AmberBadge } from '../../components/AmberBadge.tsx';
import { Card } from '../../components/Card.tsx';
import { ErrorNotice } from '../../components/ErrorNotice.tsx';
import { ProgressLine } from '../../components/ProgressLine.tsx';
import { useTyped } from '../../components/useTyped.ts';
import { madeBy } from './madeBy.ts';
import { RenameNote } from './RenameNote.tsx';
import styles from './SourceBar.module.css';
import { useApply } from './useApply.ts';

interface Props {
  recipe: DefinitionOf<'recipe'>;
  recipes: readonly DefinitionOf<'recipe'>[];
  datasets: readonly Dataset[];
  /** Steps that are not complete, and so are not applied. */
  incomplete: number;
  onChange(part: Partial<RecipeDefinition>): void;
}

/** What a recipe cleans and what it makes, with the button that makes it and the way to what was made. */
export function SourceBar({ recipe, recipes, datasets, incomplete, onChange }: Props) {
  const { t } = useWords();
  const { table, output } = recipe.body;
  const go = useUi((state) => state.go);
  const select = useUi((state) => state.select);
  const [typed, setTyped] = useTyped(output, (text) => text.trim() || output);
  const applying = useApply(recipe.id);
  const source = datasets.find(({ name }) => name === table);
  const made = madeBy(recipe, recipes, datasets);
  return (
    <Card>
      <div className={styles['line']}>
        {/* biome-ignore lint/a11y/noLabelWithoutControl: the control is the child */}
        <label className={styles['side']}>
          <span>{t('recipes.source.table')}</span>
          <Select
            aria-label={t('recipes.source.table')}
            showSearch={{ optionFilterProp: 'label' }}
            status={source ? '' : 'error'}
            value={table}
            options={datasets.filter(({ id }) => id !== made?.id).map(({ name }) => ({ value: name, label: name }))}
            onChange={(chosen) => onChange({ table: chosen })}
          />
        </label>
        <ArrowRight className={styles['arrow']} size={16} aria-hidden />
        {/* biome-ignore lint/a11y/noLabelWithoutControl: the control is the child */}
        <label className={styles['side']}>
          <span>{t('recipes.source.output')}</span>
          <Input
            aria-label={t('recipes.source.output')}
            maxLength={200}
            status={typed.trim() === '' ? 'error' : ''}
            value={typed}
            onChange={({ target }) => {
              setTyped(target.value);
              const name = target.value.trim();
              if (name !== '' && name !== output) onChange({ output: name });
            }}
          />
        </label>
        <Button
          type="primary"
          icon={<Play size={14} strokeWidth={1.75} aria-hidden />}
          disabled={applying.running || !source || typed.trim() === ''}
          onClick={applying.apply}
        >
          {t('recipes.source.apply')}
        </Button>
      </div>
      <div className={styles['state']}>
        {applying.running ? (
          <ProgressLine
            progress={applying.progress}
            title={t('recipes.source.applying', { name: output })}
            onCancel={applying.cancel}
          />
        ) : (
          <>
            <span className={styles['quiet']}>
              {made
                ? t('recipes.source.made', {
                    name: made.name,
                    rows: formatCount(made.rows),
                    version: String(made.version),
                  })
                : t('recipes.source.notMade')}
            </span>
            {made && (
              <Button
                type="link"
                size="small"
                icon={<Table2 size={14} strokeWidth={1.75} aria-hidden />}
                onClick={() => {
                  select('dataset', made.id);
                  go('data');
                }}
              >
                {t('recipes.source.open')}
              </Button>
            )}
            {made && <StaleNotice dataset={made} />}
            {made && <RenameNote made={made} output={output} />}
            {incomplete > 0 && <AmberBadge>{t('recipes.source.incomplete', { count: incomplete })}</AmberBadge>}
          </>
        )}
      </div>
      {applying.error ? <ErrorNotice error={applying.error} /> : null}
    </Card>
  );
}
