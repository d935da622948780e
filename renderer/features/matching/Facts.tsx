import { Button, Select } from 'antd';
import { Plus, X } from 'lucide-react';
import type { Dataset } from '#shared/intake/index.ts';
import type { MatchDefinition } from '#shared/matching/index.ts';
import { useWords } from '../../app/i18n/useWords.ts';
import { Card } from '../../components/Card.tsx';
import { FieldSelect } from '../../components/FieldSelect.tsx';
import { IconButton } from '../../components/IconButton.tsx';
import { factOf, likelyFact } from './guessFacts.ts';
import { Labelled } from './Labelled.tsx';
import styles from './Matching.module.css';
import { NameInput } from './NameInput.tsx';

interface Props {
  body: MatchDefinition;
  datasets: readonly Dataset[];
  onChange(part: Partial<MatchDefinition>): void;
}

/** Tables of one list's clients, to be made again with the number of the merged client. */
export function Facts({ body, datasets, onChange }: Props) {
  const { t } = useWords();
  const { facts, lists } = body;
  const keyed = lists.filter(({ key }) => key !== null);
  const taken = new Set([...facts.map(({ table }) => table), ...lists.map(({ table }) => table)]);
  const free = datasets.filter(({ name, derived }) => !taken.has(name) && derived?.kind !== 'match');
  const put = (at: number, part: Partial<MatchDefinition['facts'][number]>) =>
    onChange({ facts: facts.map((each, i) => (i === at ? { ...each, ...part } : each)) });
  const add = () => {
    const found = likelyFact(free, lists);
    if (found) onChange({ facts: [...facts, factFrom(found)] });
  };
  const factFrom = ({ table, field, list }: NonNullable<ReturnType<typeof factOf>>) => ({
    ...{ table, field, list },
    output: t('matching.facts.output', { table }),
  });
  const choose = (at: number, table: string) => {
    const dataset = free.find(({ name }) => name === table);
    const found = dataset && factOf(dataset, lists);
    if (found) put(at, factFrom(found));
  };
  return (
    <Card title={t('matching.facts.title')}>
      <p className={styles['quiet']}>{t('matching.facts.intro')}</p>
      {facts.map((fact, at) => (
        <div key={fact.table} className={styles['fact']}>
          <Select
            aria-label={t('matching.facts.table', { index: at + 1 })}
            value={fact.table}
            popupMatchSelectWidth={false}
            options={[fact.table, ...free.map(({ name }) => name)].map((name) => ({ value: name, label: name }))}
            onChange={(table) => choose(at, table)}
          />
          <IconButton
            icon={X}
            label={t('matching.facts.remove', { table: fact.table })}
            onClick={() => onChange({ facts: facts.toSpliced(at, 1) })}
          />
          <div className={styles['froms']}>
            <Labelled label={t('matching.facts.by')}>
              <FieldSelect
                label={t('matching.facts.field', { table: fact.table })}
                fields={datasets.find(({ name }) => name === fact.table)?.fields ?? []}
                value={fact.field}
                placeholder=""
                onChange={(field) => put(at, { field })}
              />
            </Labelled>
            <Labelled label={t('matching.facts.of')}>
              <Select
                aria-label={t('matching.facts.list', { table: fact.table })}
                value={fact.list}
                popupMatchSelectWidth={false}
                options={keyed.map(({ table, key }) => ({ value: table, label: `${table} · ${key}` }))}
                onChange={(list) => put(at, { list })}
              />
            </Labelled>
            <Labelled label={t('matching.facts.as')}>
              <NameInput
                label={t('matching.facts.outputOf', { table: fact.table })}
                value={fact.output}
                onChange={(output) => put(at, { output })}
              />
            </Labelled>
          </div>
        </div>
      ))}
      <Button
        size="small"
        className={styles['add'] ?? ''}
        icon={<Plus size={14} aria-hidden />}
        disabled={free.length === 0 || keyed.length === 0}
        onClick={add}
      >
        {t('matching.facts.add')}
      </Button>
    </Card>
  );
}
