/**
 * What a translation must have: every key of the Chinese words with some text, and no other. English may add the
 * singular (`_one`) of a plural that Chinese has only once (`_other`).
 */
export type SameShape<T> = {
  readonly [K in keyof T]: T[K] extends string ? string : SameShape<T[K]>;
} & {
  readonly [K in keyof T as K extends `${infer Stem}_other` ? `${Stem}_one` : never]?: string;
};
