import { Checkbox, Input, InputNumber, Select } from 'antd';
import type { ReactNode } from 'react';
import { encodings, fileFormats, type Preview, type ReadOptions } from '#shared/intake/index.ts';
import { useWords } from '../../app/i18n/useWords.ts';
import {
  commentMarks,
  delimiterNames,
  encodingLabels,
  namedDelimiters,
  quoteCharacters,
  quoteNames,
  settingsOf,
  withOption,
} from './choices.ts';
import { RangeInput } from './RangeInput.tsx';
import styles from './ReadSettings.module.css';
import { StartsInput } from './StartsInput.tsx';

interface Props {
  preview: Preview;
  options: ReadOptions;
  name: string;
  disabled: boolean;
  /** It has one: it becomes the next version of a dataset. */
  nameFixed: boolean;
  onName(name: string): void;
  onOptions(options: ReadOptions): void;
}

/** No file of an archive has such a name, and no column ends with it. */
const allEntries = '\u0000';
const byPosition = '\u0000';

/** How the file is read: what was detected, each of it open to change. */
export function ReadSettings({ preview, options, name, disabled, nameFixed, onName, onOptions }: Props) {
  const { t } = useWords();
  const shows = settingsOf(preview);
  const change = (part: Partial<Record<keyof ReadOptions, unknown>>) => onOptions(withOption(options, part));
  const delimiter = options.delimiter ?? preview.delimiter;
  const delimiters: { value: string; label: string }[] = delimiterNames.map((key) => ({
    value: namedDelimiters[key],
    label: t(`intake.delimiters.${key}`),
  }));
  if (delimiter !== null && !delimiters.some((each) => each.value === delimiter)) {
    delimiters.push({ value: delimiter, label: t('intake.otherDelimiter', { character: delimiter }) });
  }
  const fixedWidth = (options.columnStarts ?? preview.columnStarts).length > 0 && options.delimiter === undefined;
  return (
    <div className={styles['settings']}>
      <Setting label={t('intake.name')} wide>
        <Input
          value={name}
          maxLength={200}
          disabled={disabled || nameFixed}
          status={name.trim() === '' ? 'error' : ''}
          placeholder={t('intake.nameMissing')}
          onChange={(event) => onName(event.target.value)}
        />
      </Setting>
      {!preview.together && (
        <Setting label={t('intake.format')}>
          <Select
            value={options.format ?? preview.format}
            disabled={disabled}
            options={fileFormats.map((format) => ({ value: format, label: t(`data.format.${format}`) }))}
            onChange={(format) => onOptions({ format })}
          />
        </Setting>
      )}
      {preview.entries.length > 1 && (
        <Setting label={t('intake.entry')} wide>
          <Select
            value={preview.together ? allEntries : (options.entry ?? preview.entry)}
            disabled={disabled}
            options={[
              { value: allEntries, label: t('intake.allEntries', { count: preview.entries.length }) },
              ...preview.entries.map((entry) => ({ value: entry, label: entry })),
            ]}
            onChange={(entry) => onOptions(entry === allEntries ? { together: true } : { entry })}
          />
        </Setting>
      )}
      {shows.encoding && (
        <Setting label={t('intake.encoding')}>
          <Select
            value={options.encoding ?? preview.encoding}
            disabled={disabled}
            options={encodings.map((encoding) => ({ value: encoding, label: encodingLabels[encoding] }))}
            onChange={(encoding) => change({ encoding })}
          />
        </Setting>
      )}
      {shows.text && (
        <Setting label={t('intake.delimiter')}>
          <Select
            value={fixedWidth ? byPosition : delimiter}
            disabled={disabled}
            options={[...delimiters, { value: byPosition, label: t('intake.byPosition') }]}
            onChange={(next) =>
              onOptions(
                next === byPosition
                  ? withOption(options, {
                      delimiter: undefined,
                      columnStarts: startsAtFirst(preview),
                      columns: undefined,
                    })
                  : withOption(options, { delimiter: next, columnStarts: undefined, columns: undefined }),
              )
            }
          />
        </Setting>
      )}
      {shows.text && fixedWidth && (
        <Setting label={t('intake.columnStarts')}>
          <StartsInput
            value={options.columnStarts ?? preview.columnStarts}
            disabled={disabled}
            onChange={(columnStarts) => onOptions(withOption(options, { columnStarts, columns: undefined }))}
          />
        </Setting>
      )}
      {shows.text && !fixedWidth && (
        <Setting label={t('intake.quote')}>
          <Select
            value={options.quote ?? preview.quote ?? ''}
            disabled={disabled}
            options={quoteNames.map((key) => ({
              value: quoteCharacters[key] as string,
              label: t(`intake.quotes.${key}`),
            }))}
            onChange={(quote) => change({ quote })}
          />
        </Setting>
      )}
      {shows.text && !fixedWidth && (options.quote ?? preview.quote) !== '' && (
        <Setting label={t('intake.escape')}>
          <Select
            value={options.escape ?? preview.escape ?? ''}
            disabled={disabled}
            options={[
              { value: '', label: t('intake.escapes.doubled') },
              { value: '\\', label: t('intake.escapes.backslash') },
            ]}
            onChange={(mark) => change({ escape: mark })}
          />
        </Setting>
      )}
      {shows.sheet && preview.sheets.length > 0 && (
        <Setting label={t(shows.database ? 'intake.table' : 'intake.sheet')}>
          <Select
            value={options.sheet ?? preview.sheet}
            disabled={disabled}
            options={preview.sheets.map((sheet) => ({
              value: sheet,
              label: preview.hiddenSheets.includes(sheet) ? t('intake.hiddenSheet', { sheet }) : sheet,
            }))}
            onChange={(sheet) =>
              onOptions(withOption(options, { sheet, range: undefined, skip: undefined, columns: undefined }))
            }
          />
        </Setting>
      )}
      {shows.range && (
        <Setting label={t('intake.range')}>
          <RangeInput
            value={options.range ?? ''}
            disabled={disabled}
            onChange={(range) => {
              // The range is one of the sheet that is shown, which a range alone does not say.
              const sheet = options.sheet ?? preview.sheet ?? undefined;
              onOptions(withOption(options, { sheet, range, skip: undefined, columns: undefined }));
            }}
          />
        </Setting>
      )}
      {shows.header && (
        <Setting label={t('intake.skip')}>
          <InputNumber
            value={options.skip ?? preview.skip ?? 0}
            min={0}
            max={1_048_576}
            precision={0}
            disabled={disabled}
            changeOnWheel={false}
            onChange={(skip) => change({ skip: skip ?? undefined })}
          />
        </Setting>
      )}
      {shows.text && (
        <Setting label={t('intake.headerRows')}>
          <InputNumber
            value={options.headerRows ?? preview.headerRows ?? 0}
            min={0}
            max={10}
            precision={0}
            disabled={disabled}
            changeOnWheel={false}
            onChange={(rows) =>
              onOptions(withOption(options, { headerRows: rows ?? undefined, header: undefined, columns: undefined }))
            }
          />
        </Setting>
      )}
      {shows.text && (
        <Setting label={t('intake.comment')}>
          <Select
            value={options.comment ?? preview.comment ?? ''}
            disabled={disabled}
            options={commentMarks.map((mark) => ({ value: mark, label: mark || t('intake.noComment') }))}
            onChange={(comment) => change({ comment })}
          />
        </Setting>
      )}
      {shows.text && (
        <div className={styles['check']}>
          <Checkbox
            checked={options.totals ?? preview.totals ?? false}
            disabled={disabled}
            onChange={(event) => change({ totals: event.target.checked })}
          >
            {t('intake.totals')}
          </Checkbox>
        </div>
      )}
      {shows.header && !shows.text && (
        <div className={styles['check']}>
          <Checkbox
            checked={options.header ?? preview.header ?? false}
            disabled={disabled}
            onChange={(event) => onOptions(withOption(options, { header: event.target.checked, columns: undefined }))}
          >
            {t('intake.header')}
          </Checkbox>
        </div>
      )}
    </div>
  );
}

/** One column, until its starts are said. */
const startsAtFirst = ({ columnStarts }: Preview): number[] => (columnStarts.length > 0 ? columnStarts : [0]);

function Setting({ label, wide, children }: { label: string; wide?: boolean; children: ReactNode }) {
  return (
    // biome-ignore lint/a11y/noLabelWithoutControl: the control is the child
    <label className={wide ? styles['wide'] : styles['setting']}>
      <span className={styles['label']}>{label}</span>
      {children}
    </label>
  );
}
