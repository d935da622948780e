import { defineConfig } from 'vitest/config';

// `npm run package` runs the tests of the package that it has made, and nothing else.
const isForPackage = Boolean(process.env.CLIENTSCOPE_PACKAGED);

export default defineConfig({
  test: {
    include: isForPackage ? ['test/package/**/*.test.ts'] : ['test/**/*.test.{ts,tsx}'],
    exclude: ['test/e2e/**', 'test/bench/**', 'test/support/**', ...(isForPackage ? [] : ['test/package/**'])],
    // Native modules don't like worker threads, and DuckDB brings threads of its own.
    pool: 'forks',
    // One process for many files: starting one, and reading DuckDB and zod in it, took a fifth of the run.
    isolate: false,
    maxWorkers: 2,
    testTimeout: 120_000,
    hookTimeout: 120_000,
  },
});
