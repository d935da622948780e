import { runE2e } from './e2e/run.ts';

// npm run test:e2e -- <arguments for playwright test>
const { code, results } = await runE2e({ args: process.argv.slice(2), name: 'e2e' });
console.log(`Results: ${results}`);
process.exitCode = code;
