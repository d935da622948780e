import { randomBytes } from 'node:crypto';
import { readdir, readlink, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { expect, vi } from 'vitest';
import { quarantineTableOf, tableOf } from '#engine/datasets/index.ts';
import { load } from '#engine/intake/index.ts';
import { type Row, sql } from '#engine/warehouse/index.ts';
import type { Workspace } from '#engine/workspace/index.ts';
import { AppError } from '#shared/errors/index.ts';
import type { Dataset, ReadOptions } from '#shared/intake/index.ts';
import { type TestWorkspace, withWorkspace } from '#test/support/workspace.ts';

/** Writes a file outside the workspace and returns its path. */
export async function fileIn(folder: string, name: string, content: string | Buffer): Promise<string> {
  const path = join(folder, name);
  await writeFile(path, content);
  return path;
}

/** All rows of a dataset as text, in the order of the file. */
export async function rowsOf(workspace: Workspace, dataset: Dataset): Promise<Row[]> {
  return workspace.warehouse.rows(sql`SELECT CAST(COLUMNS(*) AS VARCHAR) FROM ${tableOf(dataset)} ORDER BY rowid`);
}

export async function quarantineOf(workspace: Workspace, dataset: Dataset): Promise<Row[]> {
  return workspace.warehouse.rows(
    sql`SELECT line, column_name, reason, text FROM ${quarantineTableOf(dataset)} ORDER BY line`,
  );
}

export interface Loaded {
  dataset: Dataset;
  rows: Row[];
  quarantine: Row[];
}

/** Loads one content in a workspace of its own. */
export function loadContent(name: string, content: string | Buffer, options: ReadOptions = {}): Promise<Loaded> {
  return withWorkspace(async (workspace, test) => {
    return loadIn(workspace, test, name, content, options);
  });
}

/** Loads one content in a workspace that is there. */
export async function loadIn(
  workspace: Workspace,
  test: TestWorkspace,
  name: string,
  content: string | Buffer,
  options: ReadOptions = {},
): Promise<Loaded> {
  const path = await fileIn(test.folder, name, content);
  const dataset = await load(workspace, path, randomBytes(4).toString('hex'), options, {});
  return { dataset, rows: await rowsOf(workspace, dataset), quarantine: await quarantineOf(workspace, dataset) };
}

/** The error that loading throws. */
export async function failureOf(work: Promise<unknown>): Promise<AppError> {
  try {
    await work;
  } catch (thrown) {
    if (thrown instanceof AppError) return thrown;
    throw thrown;
  }
  throw new Error('expected a failure');
}

/** No table, no staged file (nor one that was deleted while open), no entry beside those of `datasets`. */
export async function expectNothingBut(workspace: Workspace, datasets: readonly Dataset[]): Promise<void> {
  const tables = await workspace.warehouse.rows(
    sql`SELECT table_name FROM duckdb_tables() WHERE database_name <> 'system' ORDER BY table_name`,
  );
  const owned = datasets.flatMap(({ id, version }) => [`d_${id}_${version}`, `q_${id}_${version}`]).sort();
  expect(tables.map((row) => row.table_name)).toEqual(owned);
  expect(await readdir(workspace.warehouse.files)).toEqual([]);
  // Streams are closed a moment after they are given up.
  await vi.waitFor(async () => expect(await openIn(workspace.warehouse.files)).toEqual([]));
  expect(workspace.catalogue.datasets.list().map(({ id }) => id)).toEqual(datasets.map(({ id }) => id));
}

/** The files below a folder that this process has open, deleted ones too; none where the system does not say. */
async function openIn(folder: string): Promise<string[]> {
  const own = '/proc/self/fd';
  const open = await readdir(own).catch(() => []);
  // The one by which the list itself was read is gone by now.
  const targets = await Promise.all(open.map((each) => readlink(join(own, each)).catch(() => '')));
  return targets.filter((target) => target.startsWith(`${folder}/`));
}
