import { describeFile, type IntakeContext, load } from '#engine/intake/index.ts';
import { assessDataset } from '#engine/quality/index.ts';
import { addVersion, compareVersions } from '#engine/versions/index.ts';
import { type Dataset, type FileInspection, fileInspectionSchema, type ReadOptions } from '#shared/intake/index.ts';
import { type FileAssessment, fileAssessmentSchema, spoken } from '#shared/quality/index.ts';
import { type FileComparison, fileComparisonSchema, type VersionComparison } from '#shared/versions/index.ts';
import { inWorkspace } from './workspace.ts';

/** What loading a file would show. */
export function inspectFile(file: string, options: ReadOptions, context: IntakeContext): Promise<FileInspection> {
  return inWorkspace(null, async (workspace) =>
    fileInspectionSchema.parse(await describeFile(workspace, file, options, context)),
  );
}

/** How good the data of a file are, field by field, against a day (null: today): nothing of it is kept. */
export function assessFile(
  request: { file: string; asOf: string | null; options: ReadOptions },
  context: IntakeContext,
): Promise<FileAssessment> {
  return inWorkspace(null, async (workspace) => {
    const { id, file, sha256, quarantined } = await load(workspace, request.file, 'data', request.options, context);
    const { result } = await assessDataset(workspace, { dataset: id, asOf: request.asOf }, { signal: context.signal });
    return fileAssessmentSchema.parse({ file, sha256, quarantined, ...spoken(result) });
  });
}

/** What moved from one file to a newer one, which is read as the first: columns, rows by key, and field by field. */
export function compareFiles(
  request: { before: string; after: string; key: string | null; options: ReadOptions },
  context: IntakeContext,
): Promise<FileComparison> {
  return inWorkspace(null, async (workspace) => {
    const first = await load(workspace, request.before, 'data', request.options, context);
    const addition = { dataset: first.id, mode: 'replace' as const, place: request.after };
    const { dataset, differences } = await addVersion(workspace, addition, context, async () => undefined);
    const wanted = { dataset: first.id, reference: first.version, current: dataset.version, key: request.key };
    const { result } = await compareVersions(workspace, wanted, { signal: context.signal });
    const said = ({ file, sha256, rows, quarantined }: Dataset) => ({ file, sha256, rows, quarantined });
    return fileComparisonSchema.parse({
      reference: said(first),
      current: said(dataset),
      differences,
      ...pickMoved(result),
    });
  });
}

const pickMoved = ({ keys, fields }: VersionComparison) => ({ keys, fields });
