import { test } from 'vitest';
import { runs } from '#test/support/tiers.ts';
import { survivesMutations } from './mutations.ts';

const texts = [
  ' 00001 19970101  1   11.77\r\n 00002 19970112  1   12.00\r\n 00002 19970112  5   77.00\r\n 00003 19970112  5   77.00\r\n',
  '{"a":1}\n{"a":2}\n',
];

// Two files with two texts each: the full run's 10,000 then keep both workers busy, and neither waits for the disk alone.
test.concurrent.each(texts)('no bytes whatever crash the engine, records: %j', { timeout: 3_600_000 }, (text) =>
  survivesMutations(text, runs(10, 2500)),
);
