import { en } from '../../../renderer/app/i18n/en/index.ts';
import type { SameShape } from '../../../renderer/app/i18n/shape.ts';
import { zh } from '../../../renderer/app/i18n/zh/index.ts';

/** What the window says, by key: the specs find things by the same words that users read. */
export type Words = SameShape<typeof zh>;
export const words: Readonly<Record<'zh' | 'en', Words>> = { zh, en };

/** Puts values into a sentence of the window's words. */
export function fill(sentence: string, values: Readonly<Record<string, string | number>>): string {
  return sentence.replace(/\{\{(\w+)\}\}/g, (whole, name: string) => String(values[name] ?? whole));
}

/** A sentence of the window's words with anything in its gaps. */
export function pattern(sentence: string): RegExp {
  const parts = sentence.split(/\{\{\w+\}\}/).map((part) => part.replace(/[.*+?^${}()|[\]\\]/g, '\\$&'));
  return new RegExp(`^${parts.join('.*')}$`, 's');
}
