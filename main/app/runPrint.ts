import { readFile, writeFile } from 'node:fs/promises';
import { app } from 'electron';
import { printPdf } from './print.ts';
import { serveScheme } from './protocol.ts';
import { lockDefaultSession } from './security.ts';

/** Prints one HTML file to PDF and ends: `--print-report=IN --out=OUT --footer=FILE`. */
export async function runPrint(): Promise<void> {
  // The printing window is the only one: without a listener its end would end the app, before the file is written.
  app.on('window-all-closed', () => undefined);
  await app.whenReady();
  try {
    lockDefaultSession();
    serveScheme();
    const [html, footer] = await Promise.all(
      ['print-report', 'footer'].map((name) => readFile(app.commandLine.getSwitchValue(name), 'utf8')),
    );
    const pdf = await printPdf(html ?? '', footer ?? '<span></span>');
    await writeFile(app.commandLine.getSwitchValue('out'), pdf, { mode: 0o600 });
    app.exit(0);
  } catch (thrown) {
    process.stderr.write(`${thrown instanceof Error ? thrown.message : String(thrown)}\n`);
    app.exit(1);
  }
}
