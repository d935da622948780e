import { Button, Radio, Select } from 'antd';
import type { DefinitionOf } from '#shared/contract/index.ts';
import type { Dataset } from '#shared/intake/index.ts';
import { useSaving } from '../../app/definitions/useDefinitions.ts';
import { useWords } from '../../app/i18n/useWords.ts';
import { useUi } from '../../app/state/ui.ts';
import { Card } from '../../components/Card.tsx';
import { ErrorNotice } from '../../components/ErrorNotice.tsx';
import { FieldSelect } from '../../components/FieldSelect.tsx';
import { SaveState } from '../../components/SaveState.tsx';
import { SidePanel } from '../../components/SidePanel.tsx';
import { WorkHeader } from '../../components/WorkHeader.tsx';
import styles from './ClientsArea.module.css';
import { FactsEditor } from './FactsEditor.tsx';
import { type ClientsForm, likelyKey, toDefinition } from './form.ts';
import { Summary } from './Summary.tsx';
import { useAskedChange } from './useAskedChange.tsx';
import { useClientsForm } from './useClientsForm.ts';

interface Props {
  datasets: readonly Dataset[];
  saved: DefinitionOf<'clients'> | undefined;
}

/** The form of the client model, and how well it fits, side by side. */
export function ClientsEditor({ datasets, saved }: Props) {
  const { t } = useWords();
  const showClients = useUi((state) => state.showClients);
  const { form, change: keep, error } = useClientsForm(saved, t('clients.definitionName'));
  const change = useAskedChange(form, keep);
  const saving = useSaving(saved?.id);
  const definition = toDefinition(form);
  const list = datasets.find((each) => each.name === form.table);
  const chooseTable = (table: string) => {
    const dataset = datasets.find((each) => each.name === table);
    const key: ClientsForm['key'] = { kind: 'field', field: dataset ? likelyKey(dataset) : null };
    change({ ...form, table, key, facts: form.facts.filter((fact) => fact.table !== table) });
  };
  return (
    <>
      <div className={styles['work']}>
        <WorkHeader
          title={<h1>{t('clients.title')}</h1>}
          // Without list and key there is nothing to keep yet: what is kept is not what is on screen.
          note={saved && <SaveState state={definition ? saving.state : 'unsaved'} version={saved.version} />}
        />
        <p className={styles['intro']}>
          {t('clients.intro')}
          {form.table === null && datasets.length > 1 && (
            <>
              {' '}
              {t('clients.several')}
              <Button type="link" size="small" onClick={() => showClients('match')}>
                {t('clients.toMerge')}
              </Button>
            </>
          )}
        </p>
        <div className={styles['cards']}>
          {(error ?? saving.error) ? <ErrorNotice error={error ?? saving.error} /> : null}
          <Card title={t('clients.listCard')}>
            {/* biome-ignore lint/a11y/noLabelWithoutControl: the control is the child */}
            <label className={styles['row']}>
              <span>{t('clients.table')}</span>
              <Select
                className={styles['control'] ?? ''}
                value={form.table}
                placeholder={t('clients.tablePlaceholder')}
                options={datasets.map(({ name }) => ({ value: name, label: name }))}
                onChange={chooseTable}
                showSearch
              />
            </label>
            <div className={styles['row']}>
              <span id="clients-key">{t('clients.key')}</span>
              <Radio.Group
                aria-labelledby="clients-key"
                value={form.key.kind}
                disabled={form.table === null}
                options={[
                  { value: 'field', label: t('clients.keyField') },
                  { value: 'row', label: t('clients.keyRow') },
                ]}
                onChange={(event) =>
                  change({
                    ...form,
                    key:
                      event.target.value === 'row'
                        ? { kind: 'row' }
                        : { kind: 'field', field: list ? likelyKey(list) : null },
                  })
                }
              />
            </div>
            {form.key.kind === 'field' && (
              // biome-ignore lint/a11y/noLabelWithoutControl: the control is the child
              <label className={styles['row']}>
                <span>{t('clients.keyFieldLabel')}</span>
                <FieldSelect
                  className={styles['control']}
                  fields={list?.fields ?? []}
                  value={form.key.field}
                  placeholder={t('clients.keyFieldPlaceholder')}
                  disabled={form.table === null}
                  onChange={(field) => change({ ...form, key: { kind: 'field', field } })}
                />
              </label>
            )}
          </Card>
          <Card title={t('clients.facts')}>
            <FactsEditor form={form} datasets={datasets} onChange={change} />
          </Card>
        </div>
      </div>
      <SidePanel side="right" label={t('clients.summary')}>
        <Summary definition={definition} />
      </SidePanel>
    </>
  );
}
