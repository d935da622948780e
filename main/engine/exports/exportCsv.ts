import { basename } from 'node:path';
import type { CallProgress } from '#shared/contract/index.ts';
import { AppError } from '#shared/errors/index.ts';
import { clientKeysOf, csvCell, type ExportRequest, neutralised, treatmentOf } from '#shared/exports/index.ts';
import type { Dataset, Field } from '#shared/intake/index.ts';
import { isNeverShown } from '#shared/privacy/sensitivity.ts';
import { maskText } from '#shared/privacy/text.ts';
import { countSql, exportSql, fieldOf } from '../datasets/index.ts';
import type { Value } from '../warehouse/index.ts';
import type { Workspace } from '../workspace/index.ts';
import { type Writing, writeWhole } from './file.ts';
import { encodeGb18030 } from './gb18030.ts';
import { type Treat, treatments } from './treat.ts';

interface ExportContext {
  readonly signal?: AbortSignal | undefined;
  readonly progress?: ((progress: CallProgress) => void) | undefined;
}

interface Written {
  readonly rows: number;
  readonly bytes: number;
  readonly sha256: string;
}

/** Characters gathered before they are written. */
const batch = 1 << 19;

/**
 * Writes the rows that a view shows as CSV, masked but for the columns named; see `exportRequestSchema`. All of the file
 * or nothing. It is in the audit log before it is in its place. Fails with `reasonNeeded`, `cancelled`, `io`.
 */
export async function exportCsv(
  workspace: Workspace,
  request: ExportRequest,
  paths: { temporary: string; target: string },
  context: ExportContext = {},
): Promise<Written> {
  const dataset = workspace.catalogue.datasets.byId(request.dataset);
  const fields = request.fields.map((name) => fieldOf(dataset, name));
  const clientKeys = clientKeysIn(workspace, dataset);
  const unmasked = new Set(
    request.unmasked.filter((name) => {
      const field = fields.find((each) => each.name === name);
      return field !== undefined && !isNeverShown(field.sensitivity) && treatmentOf(field, clientKeys) !== 'plain';
    }),
  );
  if (unmasked.size > 0 && request.reason === null) throw new AppError('validation', 'reasonNeeded');
  const treats = treatments(fields, unmasked, clientKeys);
  const name = basename(paths.target);
  return writeWhole({ ...paths, name }, async (writing) => {
    const rows = await writeRows(workspace, dataset, fields, treats, request, writing, context);
    const { bytes, sha256 } = await writing.finish();
    workspace.catalogue.audit.append('export', dataset.name, {
      ...{ file: name, sha256, bytes, rows, version: dataset.version },
      ...{ columns: fields.map((field) => field.name).join(', '), filters: request.filters.length },
      masked: unmasked.size === 0 ? 'yes' : 'no',
      ...(unmasked.size === 0
        ? {}
        : { unmasked: [...unmasked].join(', '), reason: maskText(request.reason?.trim() ?? '') }),
    });
    return { rows, bytes, sha256 };
  });
}

function clientKeysIn({ catalogue }: Workspace, dataset: Dataset): ReadonlySet<string> {
  const models = catalogue.definitions.list('clients').flatMap((each) => (each.kind === 'clients' ? [each.body] : []));
  return clientKeysOf(models, dataset.name);
}

/** Header and rows. Fails with `internal` should fewer or more rows be written than the view has. */
async function writeRows(
  { warehouse }: Workspace,
  dataset: Dataset,
  fields: readonly Field[],
  treats: readonly Treat[],
  request: ExportRequest,
  writing: Writing,
  { signal, progress }: ExportContext,
): Promise<number> {
  const lineEnd = request.lineEnd === 'crlf' ? '\r\n' : '\n';
  const encode = request.encoding === 'gb18030' ? encodeGb18030 : (text: string) => Buffer.from(text, 'utf8');
  const line = (cells: readonly (string | null)[]) => cells.map(csvCell).join(',') + lineEnd;
  progress?.({ stage: 'writing', share: null });
  const [counted] = await warehouse.rows(countSql(dataset, request), { signal });
  const total = Number(counted?.n ?? 0);
  let text = request.encoding === 'utf-8' ? '\ufeff' : '';
  text += line(fields.map((field) => neutralised(field.name, 'text')));
  let rows = 0;
  const write = async (chunk: readonly (readonly Value[])[]) => {
    for (const row of chunk) text += line(row.map((value, i) => treated(treats[i], value)));
    rows += chunk.length;
    if (text.length < batch) return;
    await writing.write(encode(text));
    text = '';
    progress?.({ stage: 'writing', share: total === 0 ? null : Math.min(1, rows / total), rows });
  };
  await warehouse.stream(exportSql(dataset, request, request.fields), write, { signal });
  await writing.write(encode(text));
  if (rows !== total)
    throw new AppError('internal', 'internal', {}, { detail: `${rows} of ${total} rows were written` });
  return rows;
}

function treated(treat: Treat | undefined, value: Value): string | null {
  if (!treat) throw new AppError('internal', 'internal', {}, { detail: 'a column without a treatment' });
  return treat(value === null ? null : String(value));
}
