import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { lookBeside } from '../intake/index.ts';
import { sql } from '../warehouse/index.ts';
import { closeWorkspace, openWorkspace } from '../workspace/index.ts';

/** Uses both native modules and the thread that looks through large texts, in a workspace of its own: proof that a package is whole. */
export async function selfCheck(): Promise<{ duckdb: string; sqlite: string; thread: string; node: string }> {
  const parent = await mkdtemp(join(tmpdir(), 'clientscope-check-'));
  try {
    const workspace = await openWorkspace({ path: join(parent, 'check'), create: true });
    const [row] = await workspace.warehouse.rows(sql`SELECT version() AS version`);
    const entries = workspace.catalogue.audit.verify() === null ? 'audit chain whole' : 'audit chain broken';
    await closeWorkspace(workspace);
    const text = join(parent, 'text');
    await writeFile(text, 'two\nlines\n');
    const looked = await lookBeside(text);
    const thread = 'lines' in looked && looked.lines === 2 ? 'counts lines' : 'miscounts lines';
    return { duckdb: String(row?.version), sqlite: entries, thread, node: process.version };
  } finally {
    await rm(parent, { recursive: true, force: true });
  }
}
