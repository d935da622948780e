import { z } from 'zod';
import type { Dataset } from '#shared/intake/index.ts';
import { repairTableOf } from '../../../datasets/index.ts';
import { sql } from '../../../warehouse/index.ts';
import type { Workspace } from '../../../workspace/index.ts';
import type { IntakeContext } from '../../context.ts';
import { checkOf } from './form.ts';
import { readSheet } from './read.ts';

interface StoredRepair {
  readonly check: string;
  readonly file: string;
  /** One a field, null for columns that came after it. */
  readonly texts: readonly (string | null)[];
}

const storedSchema = z.object({ id: z.coerce.number(), line: z.coerce.number(), text: z.string(), cells: z.string() });
const cellsSchema = z.array(z.string().nullable());

/** What a dataset was repaired with, by hand or by a sheet. */
export async function storedRepairs(workspace: Workspace, dataset: Dataset): Promise<readonly StoredRepair[]> {
  const done = new Map((dataset.repaired ?? []).map((repair) => [repair.id, repair]));
  if (done.size === 0) return [];
  const rows = await workspace.warehouse.rows(
    sql`SELECT id, line, text, CAST(to_json(cells) AS VARCHAR) AS cells FROM ${repairTableOf(dataset)} ORDER BY id`,
  );
  return z
    .array(storedSchema)
    .parse(rows)
    .map(({ id, line, text, cells }) => {
      const texts = cellsSchema.parse(JSON.parse(cells));
      return {
        check: checkOf({ line, text }),
        file: done.get(id)?.file ?? '',
        texts: dataset.fields.map((_, i) => texts[i] ?? null),
      };
    });
}

/** Whether all that a dataset was repaired with stands so in this sheet: what else is in it can be taken in on top. */
export async function isRepairedBy(
  workspace: Workspace,
  dataset: Dataset,
  path: string,
  context: IntakeContext,
): Promise<boolean> {
  const stored = await storedRepairs(workspace, dataset);
  if (stored.length === 0) return true;
  const keyOf = ({ check, file, texts }: StoredRepair) => JSON.stringify([check, file, texts]);
  const written = new Set((await readSheet(workspace, dataset, path, context)).map(keyOf));
  return stored.every((repair) => written.has(keyOf(repair)));
}
