import type { FieldRef } from '#shared/segments/index.ts';

/** What a drag can begin with, as it is written on its element: a part of the rule, a field or a saved segment of the palette. */
export type Source =
  | { readonly kind: 'node'; readonly id: string }
  | { readonly kind: 'field'; readonly field: FieldRef }
  | { readonly kind: 'segment'; readonly segment: string };

/** A source as the text that its element carries. */
export const sourceKey = (source: Source): string => JSON.stringify(source);

/** The source that an element carries. What was written by `sourceKey` is read back as it. */
export const readSource = (key: string): Source => JSON.parse(key) as Source;
