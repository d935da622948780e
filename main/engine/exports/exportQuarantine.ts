import { basename } from 'node:path';
import type { Locale } from '#shared/errors/index.ts';
import { csvCell, neutralised } from '#shared/exports/index.ts';
import { quarantineWords } from '#shared/intake/index.ts';
import { readQuarantine } from '../datasets/index.ts';
import type { Workspace } from '../workspace/index.ts';
import { writeWhole } from './file.ts';

/** Rows read at a time. */
const page = 1000;

/**
 * Writes the quarantine of a dataset as CSV (line, column, reason, text), masked as the window shows it. All of the file or
 * nothing; it is in the audit log before it is in its place.
 */
export async function exportQuarantine(
  workspace: Workspace,
  { dataset: id, locale }: { dataset: string; locale: Locale },
  paths: { temporary: string; target: string },
  signal?: AbortSignal,
): Promise<{ rows: number; bytes: number; sha256: string }> {
  const dataset = workspace.catalogue.datasets.byId(id);
  const words = quarantineWords[locale];
  const name = basename(paths.target);
  const line = (cells: readonly (string | null)[]) =>
    `${cells.map((cell) => csvCell(cell === null ? null : neutralised(cell, 'text'))).join(',')}\r\n`;
  return writeWhole({ ...paths, name }, async (writing) => {
    await writing.write(Buffer.from(`\ufeff${line([words.line, words.column, words.reason, words.text])}`));
    let rows = 0;
    for (;;) {
      signal?.throwIfAborted();
      const found = await readQuarantine(workspace, { dataset: id, offset: rows, limit: page });
      if (found.rows.length === 0) break;
      const lines = found.rows.map((row) => line([String(row.line), row.column, words.reasons[row.reason], row.text]));
      await writing.write(Buffer.from(lines.join('')));
      rows += found.rows.length;
    }
    const { bytes, sha256 } = await writing.finish();
    const facts = { file: name, sha256, bytes, rows, version: dataset.version, part: 'quarantine', masked: 'yes' };
    workspace.catalogue.audit.append('export', dataset.name, facts);
    return { rows, bytes, sha256 };
  });
}
