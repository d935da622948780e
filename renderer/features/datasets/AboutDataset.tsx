import type { ReactNode } from 'react';
import type { Dataset } from '#shared/intake/index.ts';
import { formatMoment } from '../../app/format/dates.ts';
import { formatBytes, formatCount } from '../../app/format/numbers.ts';
import { useWords } from '../../app/i18n/useWords.ts';
import {
  delimiterNames,
  encodingLabels,
  namedDelimiters,
  quoteCharacters,
  quoteNames,
  remarkText,
} from '../intake/index.ts';
import { ReplaceFile } from '../versions/index.ts';
import styles from './AboutDataset.module.css';
import { accountingText } from './accountingText.ts';

/** Columns that are named one by one; the fields tab has them all. */
const named = 200;

type Line = readonly [term: string, value: ReactNode, whole?: true];

/** How a dataset came in: which file, read how, when. */
export function AboutDataset({ dataset }: { dataset: Dataset }) {
  const { t } = useWords();
  const { options } = dataset;
  const isDatabase = dataset.format === 'sqlite' || dataset.format === 'duckdb';
  const delimiter = delimiterNames.find((name) => namedDelimiters[name] === options.delimiter);
  const quote = quoteNames.find((name) => quoteCharacters[name] === options.quote);
  const lines: Line[] = [
    [t('data.about.file'), dataset.file],
    [t('data.about.size'), formatBytes(dataset.bytes)],
    [
      t('data.about.fingerprint'),
      <code key="sha" title={dataset.sha256}>
        {dataset.sha256.slice(0, 16)}…
      </code>,
    ],
    [t('data.about.loadedAt'), formatMoment(dataset.loadedAt)],
    [t('data.about.version'), String(dataset.version)],
    [t('data.about.format'), t(`data.format.${dataset.format}`)],
  ];
  if (options.encoding) lines.push([t('data.about.encoding'), encodingLabels[options.encoding]]);
  if (options.delimiter !== undefined) {
    lines.push([
      t('data.about.delimiter'),
      delimiter ? t(`intake.delimiters.${delimiter}`) : t('intake.otherDelimiter', { character: options.delimiter }),
    ]);
  }
  if (options.quote !== undefined)
    lines.push([t('data.about.quote'), quote ? t(`intake.quotes.${quote}`) : options.quote]);
  if (options.header !== undefined) {
    lines.push([t('data.about.header'), t(options.header ? 'data.about.headerYes' : 'data.about.headerNo')]);
  }
  if (options.skip !== undefined) lines.push([t('data.about.skip'), String(options.skip)]);
  if (options.sheet !== undefined) lines.push([t(isDatabase ? 'intake.table' : 'data.about.sheet'), options.sheet]);
  if (options.entry !== undefined) lines.push([t('intake.entry'), options.entry]);
  if (options.range !== undefined) lines.push([t('intake.range'), options.range]);
  if (dataset.accounting) lines.push([t('data.about.accounting'), accountingText(t, dataset.accounting), true]);
  if (dataset.remarks && dataset.remarks.length > 0)
    lines.push([
      t('intake.remarks.label'),
      <ul key="remarks" className={styles['parts']}>
        {dataset.remarks.map((remark) => (
          <li key={remark.kind}>{remarkText(t, remark)}</li>
        ))}
      </ul>,
      true,
    ]);
  if (dataset.parts)
    lines.push([
      t('data.about.parts'),
      <ul key="parts" className={styles['parts']}>
        {dataset.parts.map(({ file, rows, quarantined }, at, all) => (
          // biome-ignore lint/suspicious/noArrayIndexKey: two files may have one name
          <li key={`${at} ${file}`} className={styles['part']}>
            {t('data.about.part', { file, rows: formatCount(rows), quarantined: formatCount(quarantined) })}
            {!dataset.derived && all.length > 1 && <ReplaceFile dataset={dataset} at={at} />}
          </li>
        ))}
      </ul>,
      true,
    ]);
  const skipped = (options.columns ?? []).filter(({ skip }) => skip).map(({ column }) => column);
  if (skipped.length > 0)
    lines.push([
      t('data.about.skipped'),
      t('data.about.skippedSecret', { columns: skipped.join(t('data.about.comma')) }),
      true,
    ]);
  const read = (options.columns ?? []).filter(({ skip }) => !skip);
  const changed = read.slice(0, named).map(({ column, name, type }) => {
    const both = name && name !== column ? `${column} → ${name}` : column;
    return type ? t('data.about.typed', { column: both, type: t(`common.fieldType.${type}`) }) : both;
  });
  if (read.length > named) changed.push(t('data.about.moreColumns', { count: read.length - named }));
  if (changed.length > 0) lines.push([t('data.about.columns'), changed.join(t('data.about.comma')), true]);
  return (
    // biome-ignore lint/a11y/noNoninteractiveTabindex: a scrolled region must be reachable by keyboard
    <section className={styles['about']} aria-label={t('data.tabs.about')} tabIndex={0}>
      <dl className={styles['list']}>
        {lines.map(([term, value, whole]) => (
          <div key={term} className={`${styles['line']} ${whole ? styles['whole'] : ''}`}>
            <dt>{term}</dt>
            <dd>{value}</dd>
          </div>
        ))}
      </dl>
      <p className={styles['note']}>{t('data.about.note')}</p>
    </section>
  );
}
