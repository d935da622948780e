import type { TFunction } from 'i18next';
import type { Step } from '#shared/contract/index.ts';

/** A step in words: “Edit segment “X””, “Delete report “Y””. */
export function stepWords(t: TFunction, { kind, name, what }: Step): string {
  return t(`commands.steps.${what}`, { kind: t(`commands.kinds.${kind}`), name });
}
