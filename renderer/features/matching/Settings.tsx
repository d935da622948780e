import { Button, InputNumber, Select, Switch } from 'antd';
import { ArrowUp, Plus, X } from 'lucide-react';
import type { Dataset } from '#shared/intake/index.ts';
import { type MatchDefinition, matchKeys } from '#shared/matching/index.ts';
import { useWords } from '../../app/i18n/useWords.ts';
import { FieldSelect } from '../../components/FieldSelect.tsx';
import { IconButton } from '../../components/IconButton.tsx';
import { joinable, listOf } from './guess.ts';
import { Labelled } from './Labelled.tsx';
import styles from './Matching.module.css';
import { NameInput } from './NameInput.tsx';

interface Props {
  body: MatchDefinition;
  datasets: readonly Dataset[];
  onChange(part: Partial<MatchDefinition>): void;
}

/** Which lists are joined, in which order, by which keys, and what the result is called. */
export function Settings({ body, datasets, onChange }: Props) {
  const { t } = useWords();
  const { lists, keys, attributes } = body;
  // It is no key of lists that nobody said to share a numbering.
  const numbered = attributes.some(({ role }) => role === 'clientNumber');
  const unused = matchKeys.filter((key) => !keys.includes(key) && (key !== 'clientNumber' || numbered));
  const offered = [...keys, ...unused];
  const tables = new Set(lists.map(({ table }) => table));
  const free = datasets.filter(({ name, derived }) => !tables.has(name) && derived?.kind !== 'match');
  const put = (at: number, list: MatchDefinition['lists'][number]) => onChange({ lists: lists.with(at, list) });
  const raise = <T,>(all: readonly T[], at: number) =>
    all.toSpliced(at, 1).toSpliced(at - 1, 0, ...all.slice(at, at + 1));
  return (
    <section className={styles['settings']} aria-label={t('matching.settings.label')}>
      <h3>{t('matching.settings.lists')}</h3>
      {lists.map((list, at) => {
        const dataset = datasets.find(({ name }) => name === list.table);
        return (
          <div key={list.table} className={styles['box']}>
            <div className={styles['line']}>
              <span className={styles['caption']}>{t('matching.settings.table', { index: at + 1 })}</span>
              <IconButton
                icon={ArrowUp}
                label={t('matching.settings.raise', { name: list.table })}
                disabled={at === 0}
                onClick={() => onChange({ lists: raise(lists, at) })}
              />
              <IconButton
                icon={X}
                label={t('matching.settings.removeList', { name: list.table })}
                disabled={lists.length <= 2}
                onClick={() => onChange({ lists: lists.toSpliced(at, 1) })}
              />
            </div>
            <Select
              aria-label={t('matching.settings.table', { index: at + 1 })}
              value={list.table}
              status={dataset ? '' : 'error'}
              popupMatchSelectWidth={false}
              options={[list.table, ...free.map(({ name }) => name)].map((name) => ({ value: name, label: name }))}
              onChange={(table) => {
                const chosen = datasets.find(({ name }) => name === table);
                if (chosen) put(at, listOf(chosen, body.attributes));
              }}
            />
            <FieldSelect
              label={t('matching.settings.key', { name: list.table })}
              fields={dataset?.fields ?? []}
              value={list.key}
              placeholder={t('matching.settings.noKey')}
              onChange={(key) => put(at, { ...list, key })}
              onClear={() => put(at, { ...list, key: null })}
            />
            <FieldSelect
              label={t('matching.settings.date', { name: list.table })}
              fields={(dataset?.fields ?? []).filter(({ type }) => type === 'date' || type === 'timestamp')}
              value={list.date}
              placeholder={t('matching.settings.noDate')}
              onChange={(date) => put(at, { ...list, date })}
              onClear={() => put(at, { ...list, date: null })}
            />
          </div>
        );
      })}
      <Button
        size="small"
        icon={<Plus size={14} aria-hidden />}
        disabled={free.length === 0 || lists.length >= 10}
        onClick={() => {
          const next = joinable(free)[0] ?? free[0];
          if (next) onChange({ lists: [...lists, listOf(next, body.attributes)] });
        }}
      >
        {t('matching.settings.addList')}
      </Button>
      <h3>{t('matching.settings.keys')}</h3>
      <ul className={styles['keys']}>
        {offered.map((key) => {
          const at = keys.indexOf(key);
          const used = at >= 0;
          return (
            <li key={key} className={styles['line']}>
              <Switch
                size="small"
                checked={used}
                aria-label={t(`matching.keys.${key}`)}
                onChange={(on) => onChange({ keys: on ? [...keys, key] : keys.filter((each) => each !== key) })}
              />
              <span className={styles['grow']}>{t(`matching.keys.${key}`)}</span>
              <IconButton
                icon={ArrowUp}
                label={t('matching.settings.raise', { name: t(`matching.keys.${key}`) })}
                disabled={at < 1}
                onClick={() => onChange({ keys: raise(keys, at) })}
              />
            </li>
          );
        })}
      </ul>
      <div className={styles['named']} title={t('matching.settings.sharedHint')}>
        <span>{t('matching.settings.sharedBy')}</span>
        <InputNumber
          size="small"
          aria-label={t('matching.settings.sharedBy')}
          suffix={t('matching.settings.sharedUnit')}
          min={2}
          max={1000}
          value={body.sharedBy}
          onChange={(sharedBy) => sharedBy !== null && onChange({ sharedBy })}
        />
      </div>
      {/* biome-ignore lint/a11y/noLabelWithoutControl: the control is the child */}
      <label className={styles['line']}>
        <span className={styles['grow']}>{t('matching.settings.nearNames')}</span>
        <Switch size="small" checked={body.nearNames} onChange={(nearNames) => onChange({ nearNames })} />
      </label>
      <h3>{t('matching.settings.result')}</h3>
      <Labelled label={t('matching.settings.output')}>
        <NameInput
          label={t('matching.settings.output')}
          value={body.output}
          onChange={(output) => onChange({ output })}
        />
      </Labelled>
      <Labelled label={t('matching.settings.idColumn')}>
        <NameInput
          label={t('matching.settings.idColumn')}
          value={body.idColumn}
          onChange={(idColumn) => onChange({ idColumn })}
        />
      </Labelled>
    </section>
  );
}
