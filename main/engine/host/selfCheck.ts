import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { sql } from '../warehouse/index.ts';
import { closeWorkspace, openWorkspace } from '../workspace/index.ts';

/** Loads both native modules and uses them once, in a workspace of its own: proof that a package is whole. */
export async function selfCheck(): Promise<{ duckdb: string; sqlite: string; node: string }> {
  const parent = await mkdtemp(join(tmpdir(), 'clientscope-check-'));
  try {
    const workspace = await openWorkspace({ path: join(parent, 'check'), create: true });
    const [row] = await workspace.warehouse.rows(sql`SELECT version() AS version`);
    const entries = workspace.catalogue.audit.verify() === null ? 'audit chain whole' : 'audit chain broken';
    await closeWorkspace(workspace);
    return { duckdb: String(row?.version), sqlite: entries, node: process.version };
  } finally {
    await rm(parent, { recursive: true, force: true });
  }
}
