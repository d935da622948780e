import { join } from 'node:path';
import { runE2e } from './e2e/run.ts';

// npm run screenshots: the specs tagged @screenshots, which `npm test` leaves out. Their pictures are for looking at.
const args = ['--grep', '@screenshots', ...process.argv.slice(2)];
const { code, results } = await runE2e({ args, name: 'screenshots' });
console.log(`Pictures: ${join(results, 'pictures')}`);
process.exitCode = code;
