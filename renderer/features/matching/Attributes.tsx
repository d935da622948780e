import { Button, Select } from 'antd';
import { Plus, X } from 'lucide-react';
import type { Dataset } from '#shared/intake/index.ts';
import { type MatchDefinition, matchRoles, type Survivor } from '#shared/matching/index.ts';
import { freeName } from '../../app/definitions/useDefinitions.ts';
import { useWords } from '../../app/i18n/useWords.ts';
import { Card } from '../../components/Card.tsx';
import { FieldSelect } from '../../components/FieldSelect.tsx';
import { IconButton } from '../../components/IconButton.tsx';
import { Labelled } from './Labelled.tsx';
import styles from './Matching.module.css';
import { NameInput } from './NameInput.tsx';
import { withAttributes } from './withAttributes.ts';
import { withRest } from './withRest.ts';

interface Props {
  body: MatchDefinition;
  datasets: readonly Dataset[];
  onChange(part: Partial<MatchDefinition>): void;
}

const plainRules = ['first', 'newest', 'frequent', 'longest'] as const;

/** What the merged clients have: from which field of each list, and which value stands where they differ. */
export function Attributes({ body, datasets, onChange }: Props) {
  const { t } = useWords();
  const { attributes, lists } = body;
  const rest = withRest(body, datasets);
  const taken = new Set(attributes.flatMap(({ role }) => (role === 'other' ? [] : [role])));
  const put = (at: number, next: Partial<MatchDefinition['attributes'][number]>) =>
    onChange(
      withAttributes(
        body,
        attributes.map((each, i) => (i === at ? { ...each, ...next } : each)),
        datasets,
      ),
    );
  const rename = (at: number, from: string, name: string) =>
    onChange({
      attributes: attributes.map((each, i) => (i === at ? { ...each, name } : each)),
      lists: lists.map((list) => ({
        ...list,
        fields: Object.fromEntries(
          Object.entries(list.fields).map(([key, field]) => [key === from ? name : key, field]),
        ),
      })),
    });
  const setField = (table: string, attribute: string, field: string | null) =>
    onChange({
      lists: lists.map((list) => {
        if (list.table !== table) return list;
        const { [attribute]: _, ...others } = list.fields;
        return { ...list, fields: field === null ? others : { ...others, [attribute]: field } };
      }),
    });
  const ruleOf = (value: string): Survivor =>
    value.startsWith('list:')
      ? { kind: 'list', table: value.slice(5) }
      : { kind: plainRules.find((each) => each === value) ?? 'first' };
  return (
    <Card title={t('matching.attributes.title')}>
      <ul className={styles['attributes']}>
        {attributes.map(({ name, role, rule }, at) => (
          // By its place: its name is being written.
          // biome-ignore lint/suspicious/noArrayIndexKey: see above
          <li key={at} className={styles['attribute']}>
            <Labelled label={t('matching.attributes.name')}>
              <NameInput
                label={t('matching.attributes.nameOf', { index: at + 1 })}
                value={name}
                taken={attributes.flatMap((each, i) => (i === at ? [] : [each.name]))}
                onChange={(next) => rename(at, name, next)}
              />
            </Labelled>
            <Labelled label={t('matching.attributes.role')}>
              <Select
                size="small"
                aria-label={t('matching.attributes.roleOf', { name })}
                value={role}
                popupMatchSelectWidth={false}
                options={matchRoles.map((each) => ({
                  value: each,
                  label: t(`matching.roles.${each}`),
                  disabled: each !== 'other' && each !== role && taken.has(each),
                }))}
                onChange={(next) => put(at, { role: next })}
              />
            </Labelled>
            <Labelled label={t('matching.attributes.rule')}>
              <Select
                size="small"
                aria-label={t('matching.attributes.ruleOf', { name })}
                value={rule.kind === 'list' ? `list:${rule.table}` : rule.kind}
                popupMatchSelectWidth={false}
                options={[
                  ...plainRules.map((each) => ({ value: each as string, label: t(`matching.rules.${each}`) })),
                  ...lists.map(({ table }) => ({
                    value: `list:${table}`,
                    label: t('matching.rules.list', { table }),
                  })),
                ]}
                onChange={(value) => put(at, { rule: ruleOf(value) })}
              />
            </Labelled>
            <IconButton
              icon={X}
              label={t('matching.attributes.removeOf', { name })}
              disabled={attributes.length <= 1}
              onClick={() => onChange(withAttributes(body, attributes.toSpliced(at, 1), datasets))}
            />
            <div className={styles['froms']}>
              {lists.map(({ table, fields }) => (
                <Labelled key={table} label={table}>
                  <FieldSelect
                    label={t('matching.attributes.fieldOf', { name, table })}
                    fields={(datasets.find((each) => each.name === table)?.fields ?? []).filter(
                      ({ sensitivity }) => sensitivity !== 'secret',
                    )}
                    value={fields[name] ?? null}
                    placeholder={t('matching.attributes.none')}
                    onChange={(field) => setField(table, name, field)}
                    onClear={() => setField(table, name, null)}
                  />
                </Labelled>
              ))}
            </div>
          </li>
        ))}
      </ul>
      <Button
        size="small"
        className={styles['add'] ?? ''}
        icon={<Plus size={14} aria-hidden />}
        onClick={() => {
          const name = freeName(
            attributes,
            t('matching.attributes.newName'),
            (n) => `${t('matching.attributes.newName')} ${n}`,
          );
          onChange({ attributes: [...attributes, { name, role: 'other', rule: { kind: 'first' } }] });
        }}
      >
        {t('matching.attributes.add')}
      </Button>
      {rest && (
        <Button size="small" className={styles['add'] ?? ''} onClick={() => onChange(rest.part)}>
          {t('matching.attributes.rest', { count: rest.count })}
        </Button>
      )}
    </Card>
  );
}
