import { app } from 'electron';
import { superviseEngine } from './engineProcess.ts';

/** Starts the engine, has it use both databases and a thread once, prints one line of JSON and ends. */
export async function runSelfCheck(): Promise<void> {
  await app.whenReady();
  const engine = superviseEngine({ onRestart: () => app.exit(1), onGivenUp: () => app.exit(1) });
  try {
    const found = await engine.control.call('control.selfCheck', {});
    process.stdout.write(`${JSON.stringify({ selfCheck: 'ok', electron: process.versions.electron, ...found })}\n`);
    engine.stop();
    app.exit(0);
  } catch (thrown) {
    process.stderr.write(`${thrown instanceof Error ? thrown.message : String(thrown)}\n`);
    app.exit(1);
  }
}
