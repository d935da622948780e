import type { KeptVersion } from '#shared/versions/index.ts';
import { formatMoment } from '../../app/format/dates.ts';
import { formatBytes, formatCount } from '../../app/format/numbers.ts';
import { useWords } from '../../app/i18n/useWords.ts';
import { type Column, DataTable } from '../../components/DataTable.tsx';
import { PlainButton } from '../../components/PlainButton.tsx';
import styles from './Versions.module.css';

interface Props {
  versions: readonly KeptVersion[];
  disabled: boolean;
  /** Null where what was computed is computed again instead. */
  onRestore: ((version: number) => void) | null;
}

/** Each version with the file that it came from, and a way back to it. */
export function VersionTable({ versions, disabled, onRestore }: Props) {
  const { t } = useWords();
  const columns: Column<KeptVersion>[] = [
    { key: 'version', title: t('versions.version'), numeric: true, cell: ({ version }) => <strong>{version}</strong> },
    { key: 'file', title: t('versions.file'), cell: ({ file }) => <span title={file}>{file}</span> },
    {
      key: 'how',
      title: t('versions.how'),
      cell: ({ follows }) =>
        follows ? t(`versions.${follows.how}`, { version: String(follows.version) }) : t('versions.first'),
    },
    { key: 'rows', title: t('versions.rows'), numeric: true, cell: ({ rows }) => formatCount(rows) },
    { key: 'fields', title: t('versions.fields'), numeric: true, cell: ({ fields }) => formatCount(fields) },
    { key: 'size', title: t('versions.size'), numeric: true, cell: ({ bytes }) => formatBytes(bytes) },
    { key: 'loadedAt', title: t('versions.loadedAt'), cell: ({ loadedAt }) => formatMoment(loadedAt) },
    {
      key: 'sha256',
      title: t('versions.fingerprint'),
      cell: ({ sha256 }) => (
        <code className={styles['mono']} title={sha256}>
          {sha256.slice(0, 8)}…
        </code>
      ),
    },
    {
      key: 'restore',
      title: '',
      cell: ({ version, current }) =>
        current ? (
          <span className={styles['quiet']}>{t('versions.current')}</span>
        ) : (
          onRestore && (
            <PlainButton
              small
              disabled={disabled}
              label={t('versions.restore', { version: String(version) })}
              onClick={() => onRestore(version)}
            >
              {t('versions.restoreIt')}
            </PlainButton>
          )
        ),
    },
  ];
  return (
    <DataTable
      label={t('versions.list')}
      columns={columns}
      rows={versions}
      rowKey={({ version }) => String(version)}
      isMarked={({ current }) => current}
    />
  );
}
