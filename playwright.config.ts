import { join } from 'node:path';
import { defineConfig } from '@playwright/test';
import { hasDisplay } from './scripts/lib/display.ts';

// scripts/e2e.ts runs the tests as another user, who can write nothing in the checkout.
const results = process.env.CLIENTSCOPE_E2E_RESULTS ?? 'test-results/e2e';

export default defineConfig({
  testDir: 'test/e2e',
  testMatch: '**/*.spec.ts',
  outputDir: join(results, 'artifacts'),
  preserveOutput: 'failures-only',
  // Two windows on one screen would take the keyboard from each other. Without a screen each worker brings its own.
  workers: hasDisplay() ? 1 : 2,
  forbidOnly: Boolean(process.env.CI),
  timeout: 120_000,
  globalTimeout: 30 * 60_000,
  expect: { timeout: 15_000 },
  reporter: [['list'], ['json', { outputFile: join(results, 'report.json') }]],
});
