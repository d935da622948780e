import { Input } from 'antd';
import { Search } from 'lucide-react';
import { memo, useDeferredValue, useMemo, useState } from 'react';
import type { DefinitionOf } from '#shared/contract/index.ts';
import { useWords } from '../../app/i18n/useWords.ts';
import styles from './Palette.module.css';
import { PaletteItem } from './PaletteItem.tsx';
import type { Source } from './rule/source.ts';
import { type FieldTable, useFields } from './useFields.ts';

/** More than this many fields of a table are found by searching. */
const shownFields = 200;

interface Props {
  /** The other segments, by id and name. */
  segments: readonly Pick<DefinitionOf<'segment'>, 'id' | 'name'>[];
  onPick(source: Exclude<Source, { kind: 'node' }>): void;
}

/** What conditions can be made of: fields by table, each with how far it is filled, and other segments. */
export const Palette = memo(function Palette({ segments, onPick }: Props) {
  const { t } = useWords();
  const { tables } = useFields();
  const named = useMemo(() => countNames(tables), [tables]);
  const [search, setSearch] = useState('');
  const wanted = useDeferredValue(search.trim().toLowerCase());
  const matches = (name: string) => name.toLowerCase().includes(wanted);
  // A field called y stands first when y is searched for, before all that have one in their names.
  const exactFirst = (fields: FieldTable['fields']) =>
    wanted === '' ? fields : fields.toSorted((a, b) => Number(isWanted(b)) - Number(isWanted(a)));
  const isWanted = ({ name }: { name: string }) => name.toLowerCase() === wanted;
  const found = tables
    .map((table) => ({ ...table, found: exactFirst(table.fields.filter(({ name }) => matches(name))) }))
    .filter((table) => table.found.length > 0);
  const saved = segments.filter(({ name }) => matches(name));
  return (
    <section aria-label={t('segments.palette.label')} className={styles['palette']}>
      <Input
        prefix={<Search size={14} aria-hidden />}
        placeholder={t('segments.palette.search')}
        aria-label={t('segments.palette.search')}
        value={search}
        allowClear
        onChange={(event) => setSearch(event.target.value)}
      />
      <div className={styles['scroll']}>
        {found.map(({ table, rows, fields, found: shown }) => (
          <div key={table}>
            <h3 className={styles['head']} title={table}>
              {shown.length === fields.length
                ? t('segments.palette.fields', { table, count: fields.length })
                : t('segments.palette.fieldsFound', { table, found: shown.length, count: fields.length })}
            </h3>
            <ul>
              {shown.slice(0, shownFields).map((field) => (
                <PaletteItem
                  key={field.name}
                  source={{ kind: 'field', field: { table, field: field.name } }}
                  name={field.name}
                  type={field.type}
                  label={t('segments.palette.add', {
                    field: named.get(field.name) === 1 ? field.name : `${table} · ${field.name}`,
                  })}
                  filled={rows === 0 ? 0 : 1 - field.nulls / rows}
                  onPick={onPick}
                />
              ))}
            </ul>
          </div>
        ))}
        {saved.length > 0 && (
          <div>
            <h3 className={styles['head']}>{t('segments.palette.saved')}</h3>
            <ul>
              {saved.map(({ id, name }) => (
                <PaletteItem
                  key={id}
                  source={{ kind: 'segment', segment: name }}
                  name={name}
                  label={t('segments.palette.addSegment', { name })}
                  onPick={onPick}
                />
              ))}
            </ul>
          </div>
        )}
        {found.length === 0 && saved.length === 0 && <p className={styles['none']}>{t('segments.palette.none')}</p>}
      </div>
    </section>
  );
}, isAlike);

/** Each edit of the rule makes the list anew: what is in it is what matters. */
function isAlike(before: Props, now: Props): boolean {
  const same = ({ id, name }: Props['segments'][number], at: number) =>
    now.segments[at]?.id === id && now.segments[at]?.name === name;
  return before.onPick === now.onPick && before.segments.length === now.segments.length && before.segments.every(same);
}

/** How many tables have a field of each name: where it is more than one, the name alone does not say which is meant. */
function countNames(tables: readonly FieldTable[]): ReadonlyMap<string, number> {
  const counts = new Map<string, number>();
  for (const { fields } of tables) for (const { name } of fields) counts.set(name, (counts.get(name) ?? 0) + 1);
  return counts;
}
