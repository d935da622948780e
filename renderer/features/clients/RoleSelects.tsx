import { Select } from 'antd';
import { type FactRoles, fieldsForRole, type Role, roles, suggestRoles } from '#shared/clients/index.ts';
import type { Dataset } from '#shared/intake/index.ts';
import { useWords } from '../../app/i18n/useWords.ts';
import styles from './RoleSelects.module.css';

interface Props {
  fact: { table: string; field: string | null; roles?: FactRoles | undefined };
  dataset: Dataset | undefined;
  onChange(roles: FactRoles): void;
}

/** What the fields of a fact are: each role as suggested, as chosen, or played by none. */
export function RoleSelects({ fact, dataset, onChange }: Props) {
  const { t } = useWords();
  if (!dataset) return null;
  const suggested = suggestRoles(dataset, fact.field);
  const choose = (role: Role, chosen: string) => {
    const { [role]: _, ...others } = fact.roles ?? {};
    if (chosen === '') onChange(others);
    else onChange({ ...others, [role]: chosen === '-' ? null : chosen.slice(1) });
  };
  return (
    <div className={styles['roles']}>
      {roles.map((role) => {
        const said = fact.roles?.[role];
        const field = suggested[role];
        return (
          // biome-ignore lint/a11y/noLabelWithoutControl: the control is the child
          <label key={role}>
            <span className={styles['name']}>
              {t(`clients.roles.${role}`)}
              {said === undefined && field !== null && (
                <span className={styles['tag']}>{t('clients.roles.suggestion')}</span>
              )}
            </span>
            <Select
              size="small"
              className={said === undefined ? (styles['suggested'] ?? '') : ''}
              aria-label={t('clients.roles.of', { role: t(`clients.roles.${role}`), table: fact.table })}
              popupMatchSelectWidth={false}
              // The tag above says that it is a suggestion: the list alone repeats it, beside the field itself.
              labelRender={({ label, value }) => (value === '' && field !== null ? field : label)}
              value={said === undefined ? '' : said === null ? '-' : `=${said}`}
              options={[
                {
                  value: '',
                  label: field === null ? t('clients.roles.noSuggestion') : t('clients.roles.suggested', { field }),
                },
                { value: '-', label: t('clients.roles.none') },
                ...fieldsForRole(role, dataset).map(({ name }) => ({ value: `=${name}`, label: name })),
              ]}
              onChange={(chosen) => choose(role, chosen)}
            />
          </label>
        );
      })}
    </div>
  );
}
