import { expect, it } from 'vitest';
import { evenLineOf } from '../../renderer/features/roi/figures.ts';

it.each([
  ['成本（元）', '收入（万元）', 'roas', 1],
  ['成本（元）', '收入（元）', 'roi', 0],
  ['cost', 'back', 'roas', 1],
  ['成本（元）', 'back', 'roas', null],
  ['cost', '收入（元）', 'roi', null],
] as const)('draws break-even of %s and %s by %s at %s', (cost, back, decayOf, line) => {
  expect(evenLineOf({ cost, return: back, decayOf })).toBe(line);
});
