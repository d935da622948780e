import { electronPackages, ensureDebianPackages } from './lib/debian.ts';
import { ensureElectron } from './runtime/index.ts';
import { runStages } from './test/step.ts';
import { stages } from './test/steps.ts';

// npm test [-- words]: with words, only the steps whose titles contain one of them.
const words = process.argv.slice(2).filter((word) => !word.startsWith('--'));
if (process.argv.includes('--full')) process.env.CLIENTSCOPE_FULL = '1';

await ensureDebianPackages(electronPackages, 'Electron');
const runtime = await ensureElectron();
console.log(`Node ${process.versions.node}`);
const chosen = stages
  .map((stage) => stage.filter(({ title }) => words.length === 0 || words.some((word) => matches(title, word))))
  .filter((stage) => stage.length > 0);
const sum = await runStages(chosen);
console.log(`\nElectron ${runtime.version} (${runtime.source})`);
console.log(`${sum.passed} passed, ${sum.failed} failed, ${sum.skipped} skipped`);
process.exitCode = sum.failed > 0 || chosen.length === 0 ? 1 : 0;

function matches(title: string, word: string): boolean {
  return title.toLowerCase().includes(word.toLowerCase());
}
