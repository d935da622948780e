import { Button, Select } from 'antd';
import { Link2, Plus, X } from 'lucide-react';
import { suggestWho } from '#shared/clients/index.ts';
import type { Dataset } from '#shared/intake/index.ts';
import { useWords } from '../../app/i18n/useWords.ts';
import { FieldSelect } from '../../components/FieldSelect.tsx';
import { IconButton } from '../../components/IconButton.tsx';
import styles from './ClientsArea.module.css';
import { type ClientsForm, likelyFacts } from './form.ts';
import { RoleSelects } from './RoleSelects.tsx';

interface Props {
  form: ClientsForm;
  datasets: readonly Dataset[];
  onChange(form: ClientsForm): void;
}

/** Which tables hang on the clients, and by which field. */
export function FactsEditor({ form, datasets, onChange }: Props) {
  const { t } = useWords();
  if (form.key.kind === 'row') return <p className={styles['quiet']}>{t('clients.factsNeedKey')}</p>;
  const key = form.key.field;
  const taken = new Set([form.table, ...form.facts.map((fact) => fact.table)]);
  const free = datasets.filter(({ name, derived }) => !taken.has(name) && derived?.kind !== 'features');
  const made = datasets.filter(({ name, derived }) => !taken.has(name) && derived?.kind === 'features');
  const suggested = likelyFacts(form, datasets);
  const who = (table: string) => {
    const dataset = datasets.find(({ name }) => name === table);
    return dataset && key !== null ? suggestWho(dataset, key) : null;
  };
  const put = (at: number, fact: ClientsForm['facts'][number]) =>
    onChange({ ...form, facts: form.facts.with(at, fact) });
  const intro = form.facts.length > 0 ? 'factsIntro' : form.table === null || key === null ? 'listFirst' : 'noFacts';
  return (
    <>
      <p className={styles['quiet']}>{t(`clients.${intro}`)}</p>
      {form.facts.map((fact, at) => (
        <div key={fact.table} className={styles['fact']}>
          <Select
            aria-label={t('clients.factTable', { index: String(at + 1) })}
            value={fact.table}
            options={[fact.table, ...free.map(({ name }) => name)].map((name) => ({ value: name, label: name }))}
            onChange={(table) => put(at, { table, field: who(table) })}
          />
          <FieldSelect
            label={t('clients.factField', { table: fact.table })}
            fields={datasets.find(({ name }) => name === fact.table)?.fields ?? []}
            value={fact.field}
            placeholder={t('clients.factFieldPlaceholder')}
            onChange={(field) => put(at, { ...fact, field })}
          />
          <IconButton
            icon={X}
            label={t('clients.removeFact', { table: fact.table })}
            onClick={() => onChange({ ...form, facts: form.facts.toSpliced(at, 1) })}
          />
          <RoleSelects
            fact={fact}
            dataset={datasets.find(({ name }) => name === fact.table)}
            onChange={(roles) => put(at, { ...fact, roles })}
          />
        </div>
      ))}
      {made.length > 0 && (
        <p className={styles['quiet']}>
          {t('clients.madeLinked', { tables: made.map(({ name }) => name).join(t('clients.comma')) })}
        </p>
      )}
      <div className={styles['actions']}>
        <Button
          title={form.table !== null && free.length === 0 ? t('clients.noTableLeft') : undefined}
          disabled={form.table === null || free.length === 0}
          icon={<Plus size={14} aria-hidden />}
          onClick={() => {
            const table = free[0]?.name;
            if (table !== undefined) onChange({ ...form, facts: [...form.facts, { table, field: who(table) }] });
          }}
        >
          {t('clients.addFact')}
        </Button>
        {suggested.length > 0 && (
          <Button
            title={suggested.map(({ table, field }) => `${table} · ${field}`).join('\n')}
            icon={<Link2 size={14} aria-hidden />}
            onClick={() => onChange({ ...form, facts: [...form.facts, ...suggested] })}
          >
            {t('clients.suggest', { count: suggested.length })}
          </Button>
        )}
      </div>
    </>
  );
}
