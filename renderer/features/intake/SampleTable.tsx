import { Select, Tooltip } from 'antd';
import { ShieldAlert } from 'lucide-react';
import { type FieldType, type Preview, readableTypes } from '#shared/intake/index.ts';
import { isIdentity } from '#shared/privacy/sensitivity.ts';
import { useWords } from '../../app/i18n/useWords.ts';
import styles from './SampleTable.module.css';

/** More columns than this would make each change slow to draw. */
const shownColumns = 60;

interface Props {
  preview: Preview;
  disabled: boolean;
  onType(column: string, type: FieldType): void;
}

/** The first rows of the file as they would be read, with a type to choose for each column. */
export function SampleTable({ preview, disabled, onType }: Props) {
  const { t } = useWords();
  const columns = preview.columns.slice(0, shownColumns);
  const types = readableTypes.map((type) => ({ value: type as FieldType, label: t(`common.fieldType.${type}`) }));
  return (
    <>
      {/* biome-ignore lint/a11y/noNoninteractiveTabindex: a scrolled region must be reachable by keyboard */}
      <section className={styles['scroll']} aria-label={t('intake.sampleLabel')} tabIndex={0}>
        <table className={styles['table']}>
          <thead>
            <tr>
              {columns.map(({ column, type, sensitivity }, index) => (
                // Columns may share a name; their place is what tells them apart.
                // biome-ignore lint/suspicious/noArrayIndexKey: see above
                <th key={index} scope="col" className={isNumeric(type) ? styles['numeric'] : undefined}>
                  <span className={styles['name']} title={column}>
                    <span className={styles['text']}>{column}</span>
                    {isIdentity(sensitivity) && (
                      <Tooltip title={t(`common.sensitivity.${sensitivity}`)}>
                        <ShieldAlert
                          size={12}
                          className={styles['sensitive']}
                          aria-label={t(`common.sensitivity.${sensitivity}`)}
                        />
                      </Tooltip>
                    )}
                  </span>
                  {preview.typesFixed ? (
                    <span className={styles['type']}>{t(`common.fieldType.${type}`)}</span>
                  ) : (
                    <Select
                      variant="borderless"
                      size="small"
                      className={styles['select']}
                      aria-label={t('intake.typeOf', { column })}
                      value={type}
                      disabled={disabled}
                      popupMatchSelectWidth={false}
                      options={types}
                      onChange={(next) => onType(column, next)}
                    />
                  )}
                </th>
              ))}
            </tr>
          </thead>
          <tbody>
            {preview.sample.map((cells, row) => (
              // biome-ignore lint/suspicious/noArrayIndexKey: rows of a file are known by their place
              <tr key={row}>
                {columns.map(({ type }, index) => (
                  // biome-ignore lint/suspicious/noArrayIndexKey: see the head
                  <td key={index} className={isNumeric(type) ? styles['number'] : undefined}>
                    <Cell value={cells[index] ?? null} empty={t('data.table.emptyText')} />
                  </td>
                ))}
              </tr>
            ))}
          </tbody>
        </table>
      </section>
      {preview.columns.length > shownColumns && (
        <p className={styles['more']}>
          {t('intake.moreColumns', { shown: String(shownColumns), columns: String(preview.columns.length) })}
        </p>
      )}
    </>
  );
}

const isNumeric = (type: FieldType) => type === 'integer' || type === 'number' || type === 'decimal';

function Cell({ value, empty }: { value: string | null; empty: string }) {
  if (value === null) return <span className={styles['null']}>—</span>;
  if (value === '') return <span className={styles['null']}>{empty}</span>;
  return <span title={value.length > 24 ? value : undefined}>{value}</span>;
}
