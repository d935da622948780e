import { isMasked } from '#shared/privacy/sensitivity.ts';
import type { RecipeField, RecipeStepResult } from '#shared/recipes/index.ts';
import { formatCount } from '../../../app/format/numbers.ts';
import { useWords } from '../../../app/i18n/useWords.ts';
import { Cell } from './Cell.tsx';
import styles from './Inspector.module.css';

interface Props {
  result: RecipeStepResult;
  /** The columns before the step. */
  before: readonly RecipeField[];
}

/** Some rows that a step changes or drops: what stood there, and what stands there now. Values are masked by the engine. */
export function Sample({ result, before }: Props) {
  const { t } = useWords();
  const { sample } = result;
  if (sample.rows.length === 0) return <p className={styles['quiet']}>{t('recipes.inspector.sampleNone')}</p>;
  const named = new Set([...sample.before, ...sample.after]);
  const [first = ''] = named;
  // One column is named beside each row's number: a line less for each.
  const single = named.size === 1;
  const masked = [...before, ...result.fields].some((field) => named.has(field.name) && isMasked(field.sensitivity));
  return (
    <section aria-label={t('recipes.inspector.sample')}>
      <h4 className={styles['head']}>{t('recipes.inspector.sample')}</h4>
      <ol className={styles['rows']}>
        {sample.rows.map((row, i) => (
          // biome-ignore lint/suspicious/noArrayIndexKey: rows that were made have no number, and the list never changes
          <li key={i} className={styles['row']}>
            <div className={styles['rowHead']}>
              <span className={styles['cut']}>{single ? `${titleOf(row)} · ${first}` : titleOf(row)}</span>
              {row.after === null && row.row !== null && (
                <span className={styles['dropped']}>{t('recipes.inspector.dropped')}</span>
              )}
            </div>
            <Cells row={row} sample={sample} named={!single} fields={{ before, after: result.fields }} />
          </li>
        ))}
      </ol>
      {masked && <p className={styles['quiet']}>{t('recipes.inspector.masked')}</p>}
    </section>
  );

  function titleOf({ row, before: was }: SampleRow): string {
    if (row !== null) return t('recipes.inspector.row', { row: formatCount(row) });
    return t(was === null ? 'recipes.inspector.after' : 'recipes.inspector.before');
  }
}

type SampleRow = RecipeStepResult['sample']['rows'][number];

interface CellsProps {
  row: SampleRow;
  sample: RecipeStepResult['sample'];
  /** The names of the columns are seen, and not only heard. */
  named: boolean;
  /** The columns before the step and after it. */
  fields: Readonly<Record<'before' | 'after', readonly RecipeField[]>>;
}

/** The cells of one row, by column: both values where there are two, the one that there is otherwise. */
function Cells({ row, sample, named, fields }: CellsProps) {
  const { t } = useWords();
  const words = { yes: t('data.values.yes'), no: t('data.values.no') };
  const columns = [...new Set([...(row.before ? sample.before : []), ...(row.after ? sample.after : [])])];
  return (
    <dl>
      {columns.map((column) => {
        const [old, made] = [cellOf(row.before, sample.before, column), cellOf(row.after, sample.after, column)];
        const changed = old !== undefined && made !== undefined && old !== made;
        const was = asShown(old, fields.before, column, words);
        const now = asShown(made, fields.after, column, words);
        return (
          <div key={column} className={styles['cell']}>
            <dt className={named ? undefined : 'visually-hidden'} title={column}>
              {column}
            </dt>
            {was !== undefined && (changed || now === undefined) && (
              <Cell value={was} tone={changed ? 'was' : 'plain'} />
            )}
            {now !== undefined && <Cell value={now} tone={changed || was === undefined ? 'now' : 'plain'} />}
          </div>
        );
      })}
    </dl>
  );
}

/** Undefined where the row has no such column. */
function cellOf(cells: readonly (string | null)[] | null, names: readonly string[], column: string) {
  const at = names.indexOf(column);
  return cells && at >= 0 ? (cells[at] ?? null) : undefined;
}

/** A value as grids write it: an answer as yes or no, a whole number without the point that a fraction has. */
function asShown(
  cell: string | null | undefined,
  fields: readonly RecipeField[],
  column: string,
  words: Readonly<Record<'yes' | 'no', string>>,
): string | null | undefined {
  const type = fields.find(({ name }) => name === column)?.type;
  if (type === 'boolean') return cell === 'true' ? words.yes : cell === 'false' ? words.no : cell;
  return type === 'number' && cell ? cell.replace(/\.0$/, '') : cell;
}
