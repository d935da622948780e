import { basename } from 'node:path';
import { AppError, type Locale } from '#shared/errors/index.ts';
import { isNeverShown } from '#shared/privacy/sensitivity.ts';
import { maskText } from '#shared/privacy/text.ts';
import { repairSheet } from '../intake/index.ts';
import type { Workspace } from '../workspace/index.ts';
import { writeWhole } from './file.ts';

/**
 * Writes the quarantine of a dataset as a workbook to be mended and read back, its values unmasked: the reason goes into
 * the audit log with it. All of the file or nothing. `repairSheetNeverShown` where a field may not be shown for any reason.
 */
export async function exportRepairSheet(
  workspace: Workspace,
  { dataset: id, locale, reason }: { dataset: string; locale: Locale; reason: string },
  paths: { temporary: string; target: string },
  signal?: AbortSignal,
): Promise<{ rows: number; bytes: number; sha256: string }> {
  const dataset = workspace.catalogue.datasets.byId(id);
  const hidden = dataset.fields.find(({ sensitivity }) => isNeverShown(sensitivity));
  if (hidden) throw new AppError('permission', 'repairSheetNeverShown', { field: hidden.name });
  const name = basename(paths.target);
  return writeWhole({ ...paths, name }, async (writing) => {
    const how = { format: 'xlsx', locale, leftOut: 'hidden' } as const;
    for await (const part of repairSheet(workspace, dataset, how, signal)) await writing.write(part);
    const { bytes, sha256 } = await writing.finish();
    const rows = dataset.quarantined;
    workspace.catalogue.audit.append('export', dataset.name, {
      ...{ file: name, sha256, bytes, rows, version: dataset.version },
      ...{ part: 'repairSheet', masked: 'no', reason: maskText(reason.trim()) },
    });
    return { rows, bytes, sha256 };
  });
}
