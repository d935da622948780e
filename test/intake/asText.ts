import { convertFile } from '#engine/intake/index.ts';
import type { Workspace } from '#engine/workspace/index.ts';
import type { ReadOptions } from '#shared/intake/index.ts';

export interface TextTable {
  readonly header: readonly (string | null)[];
  readonly rows: readonly (readonly (string | null)[])[];
  readonly leftOut: number;
}

/** The table of a file with every value as it stands. */
export async function textTable(workspace: Workspace, path: string, options: ReadOptions = {}): Promise<TextTable> {
  const all: (readonly (string | null)[])[] = [];
  const leftOut = await convertFile(workspace, { place: path, options, asItStands: true }, {}, async (rows) => {
    all.push(...rows);
  });
  const [header = [], ...rows] = all;
  return { header, rows, leftOut };
}
