import { Button, Checkbox, Input } from 'antd';
import { Search } from 'lucide-react';
import { useState } from 'react';
import { treatmentOf } from '#shared/exports/index.ts';
import type { Field } from '#shared/intake/index.ts';
import { isNeverShown } from '#shared/privacy/sensitivity.ts';
import { useWords } from '../../../app/i18n/useWords.ts';
import styles from './ExportDialog.module.css';

/** Columns drawn at once; the rest is found by searching. */
const drawn = 200;

interface Props {
  fields: readonly Field[];
  clientKeys: ReadonlySet<string>;
  chosen: ReadonlySet<string>;
  unmasked: ReadonlySet<string>;
  onChosen(names: ReadonlySet<string>): void;
  onUnmasked(names: ReadonlySet<string>): void;
}

/** The columns of an export: which of them, how each is written, and which are not masked. */
export function ExportColumns({ fields, clientKeys, chosen, unmasked, onChosen, onUnmasked }: Props) {
  const { t } = useWords();
  const [search, setSearch] = useState('');
  const wanted = search.trim().toLowerCase();
  const found = fields.filter(({ name }) => name.toLowerCase().includes(wanted));
  const rows = found.slice(0, drawn);
  const chooseAll = () => onChosen(new Set(fields.map(({ name }) => name)));

  function treatment(field: Field): string {
    const how = treatmentOf(field, clientKeys);
    if (!unmasked.has(field.name)) return t(`privacy.export.treatments.${how}`);
    return t(how === 'pseudonym' ? 'privacy.export.key' : 'privacy.export.widest');
  }

  return (
    <>
      <div className={styles['tools']}>
        <Input
          className={styles['search'] ?? ''}
          prefix={<Search size={14} aria-hidden />}
          placeholder={t('privacy.export.search')}
          aria-label={t('privacy.export.search')}
          value={search}
          allowClear
          onChange={(event) => setSearch(event.target.value)}
        />
        <Button size="small" onClick={chooseAll}>
          {t('privacy.export.all')}
        </Button>
        <Button size="small" onClick={() => onChosen(new Set())}>
          {t('privacy.export.none')}
        </Button>
        <span className={styles['count']}>
          {t('privacy.export.chosen', { chosen: chosen.size, total: fields.length })}
        </span>
      </div>
      {/* biome-ignore lint/a11y/noNoninteractiveTabindex: a scrolled region must be reachable by keyboard */}
      <section className={styles['table']} aria-label={t('privacy.export.columns')} tabIndex={0}>
        <table>
          <thead>
            <tr>
              <th scope="col">{t('privacy.export.columns')}</th>
              <th scope="col">{t('privacy.export.sensitivity')}</th>
              <th scope="col">{t('privacy.export.treatment')}</th>
              <th scope="col">{t('privacy.export.unmaskShort')}</th>
            </tr>
          </thead>
          <tbody>
            {rows.map((field) => (
              <tr key={field.name}>
                <td title={field.name}>
                  <Checkbox
                    checked={chosen.has(field.name)}
                    onChange={(event) => onChosen(toggled(chosen, field.name, event.target.checked))}
                  >
                    {field.name}
                  </Checkbox>
                </td>
                <td className={styles['quiet']}>{t(`common.sensitivity.${field.sensitivity}`)}</td>
                <td className={unmasked.has(field.name) ? styles['look'] : styles['quiet']}>{treatment(field)}</td>
                <td>
                  {!isNeverShown(field.sensitivity) && treatmentOf(field, clientKeys) !== 'plain' && (
                    <Checkbox
                      aria-label={t('privacy.export.unmask', { field: field.name })}
                      disabled={!chosen.has(field.name)}
                      checked={unmasked.has(field.name)}
                      onChange={(event) => onUnmasked(toggled(unmasked, field.name, event.target.checked))}
                    />
                  )}
                </td>
              </tr>
            ))}
          </tbody>
        </table>
        {found.length > drawn && (
          <p className={styles['more']}>{t('privacy.export.more', { count: found.length - drawn })}</p>
        )}
      </section>
    </>
  );
}

function toggled(names: ReadonlySet<string>, name: string, on: boolean): ReadonlySet<string> {
  const next = new Set(names);
  if (on) next.add(name);
  else next.delete(name);
  return next;
}
