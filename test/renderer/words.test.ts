import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { engineContract } from '#shared/contract/index.ts';
import { en } from '../../renderer/app/i18n/en/index.ts';
import { zh } from '../../renderer/app/i18n/zh/index.ts';
import { keysAskedFor, keysOf, marksOf, textsOf } from './support/wordKeys.ts';

const asked = keysAskedFor(join(import.meta.dirname, '../../renderer'));
const zhKeys = new Set(keysOf(zh));
const enKeys = new Set(keysOf(en));

describe('the words of the window', () => {
  it('are the same keys in both languages', () => {
    expect([...zhKeys].filter((key) => !enKeys.has(key))).toEqual([]);
    expect([...enKeys].filter((key) => !zhKeys.has(key))).toEqual([]);
  });

  it('fill the same marks in both languages', () => {
    const english = textsOf(en);
    const different = [...textsOf(zh)].filter(([key, text]) => {
      const other = english.get(key);
      return other !== undefined && marksOf(other).join() !== marksOf(text).join();
    });
    expect(different).toEqual([]);
  });

  it('are never empty', () => {
    expect([...textsOf(zh), ...textsOf(en)].filter(([, text]) => text.trim() === '')).toEqual([]);
  });

  it('hold every key that the sources ask for', () => {
    expect(asked.whole.size).toBeGreaterThan(100);
    // Calls of the engine are named alike.
    const unknown = [...asked.whole].filter((key) => !zhKeys.has(key) && !Object.hasOwn(engineContract, key));
    expect(unknown).toEqual([]);
    const missing = [...asked.beginnings].filter((beginning) => ![...zhKeys].some((key) => key.startsWith(beginning)));
    expect(missing).toEqual([]);
  });

  it('hold no key that nothing asks for', () => {
    const unused = [...zhKeys].filter(
      (key) => !asked.whole.has(key) && ![...asked.beginnings].some((beginning) => key.startsWith(beginning)),
    );
    expect(unused).toEqual([]);
  });
});
