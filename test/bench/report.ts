import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { parsePlaybook, runPlaybook } from '#engine/playbooks/index.ts';
import { renderReport, withoutFonts } from '#engine/reports/index.ts';
import { closeWorkspace, openWorkspace } from '#engine/workspace/index.ts';
import { findPrinter, print } from '../../main/cli/print.ts';
import { hasDisplay, startVirtualDisplay } from '../../scripts/lib/display.ts';
import { must } from '../../scripts/lib/process.ts';
import { ensureElectron, runtimeEnvironment } from '../../scripts/runtime/index.ts';
import { bareElectron } from './bareElectron.ts';
import type { Figure } from './figures.ts';
import { inPairs } from './inPairs.ts';

const pairs = 5;
const sample = join(import.meta.dirname, '../../resources/sample');
const name = '组合月报';

/**
 * The sample's report, computed, laid out and printed, against the same pages printed as a static file by a bare app of the
 * same Electron. Both start an Electron of their own.
 */
export async function report(): Promise<Figure> {
  const runtime = await ensureElectron();
  const folder = await mkdtemp(join(tmpdir(), 'clientscope-report-'));
  const display = hasDisplay() ? undefined : await startVirtualDisplay();
  if (display) process.env.DISPLAY = display.name;
  const workspace = await openWorkspace({ path: join(folder, 'workspace'), create: true });
  try {
    const playbook = parsePlaybook(await readFile(join(sample, 'playbook.json'), 'utf8'), 'playbook.json');
    await runPlaybook(workspace, playbook, { dataDir: join(sample, 'data'), reports: false });
    const { body } = workspace.catalogue.definitions.get('report', name);
    const printer = await findPrinter(new AbortController().signal);
    if (!printer) throw new Error('nothing to print with');
    const bare = await bareElectron(runtime.dist, folder, 'barePrint');
    const page = join(folder, 'static.html');
    await writeFile(page, withoutFonts((await renderReport(workspace, name, body)).html));
    const env = { ...process.env, ...runtimeEnvironment(runtime) };
    return await inPairs(
      {
        name: `report of all kinds on Electron ${runtime.version}`,
        baselineName: 'static pages by a bare printToPDF',
        goal: 3,
      },
      pairs,
      (pair) => {
        const args = ['--no-sandbox', `--user-data-dir=${join(folder, `bare${pair}`)}`, `--page=${page}`];
        return must(bare, [...args, `--pdf=${join(folder, 'bare.pdf')}`], { env });
      },
      async () => {
        const made = await renderReport(workspace, name, body);
        await print(printer, made, join(folder, 'ours.pdf'), new AbortController().signal);
      },
    );
  } finally {
    await closeWorkspace(workspace);
    display?.stop();
    await rm(folder, { recursive: true, force: true });
  }
}
