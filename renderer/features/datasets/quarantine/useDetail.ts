import type { FieldType, QuarantinedRow } from '#shared/intake/index.ts';
import { useWords } from '../../../app/i18n/useWords.ts';

/** What DuckDB calls the types that a value can fail to be of, as the window does. */
const types: Readonly<Record<string, FieldType>> = {
  BIGINT: 'integer',
  INT: 'integer',
  HUGEINT: 'integer',
  DOUBLE: 'number',
  DECIMAL: 'decimal',
  DATE: 'date',
  TIMESTAMP: 'timestamp',
  TIME: 'time',
  BOOLEAN: 'boolean',
};

/** The file where there are several, a value in quotes, the type that it is not of, and how many more of the row do not fit. */
const unfit = /^([^"]*: )?(?:"(.*)" )?→ ([A-Z]+)\S*(?: \(\+(\d+)\))?$/s;

/** How many columns there are in place of how many, behind the file where there are several; null where that is not said. */
export function columnCounts(detail: string): { file: string; found: string; expected: string } | null {
  const [, file = '', found, expected] = /^(.*: )?(\d+) \/ (\d+)$/s.exec(detail) ?? [];
  return found !== undefined && expected !== undefined ? { file, found, expected } : null;
}

/** What was found in place of what was expected, in words. */
export function useDetail(): (row: QuarantinedRow) => string {
  const { t } = useWords();

  function unfitWords(detail: string): string {
    const [, file = '', value, name = '', more] = unfit.exec(detail) ?? [];
    const type = types[name];
    if (!type) return detail;
    const named = t(`common.fieldType.${type}`);
    const what =
      value === undefined
        ? t('data.quarantine.notOf', { type: named })
        : t('data.quarantine.isNot', { value, type: named });
    return `${file}${what}${more ? t('data.quarantine.more', { more }) : ''}`;
  }

  return ({ reason, detail }) => {
    if (reason === 'cast') return unfitWords(detail);
    if (reason !== 'missingColumns' && reason !== 'tooManyColumns') return detail;
    const { file, found, expected } = columnCounts(detail) ?? {};
    return found && expected ? `${file}${t('data.quarantine.columns', { found, expected })}` : detail;
  };
}
