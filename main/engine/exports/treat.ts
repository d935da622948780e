import { createHmac, randomBytes } from 'node:crypto';
import { neutralised, treatmentOf } from '#shared/exports/index.ts';
import type { Field } from '#shared/intake/index.ts';
import { mask } from '#shared/privacy/mask.ts';
import { widest } from '#shared/privacy/widest.ts';

/** Turns a value of one column into what is written. */
export type Treat = (value: string | null) => string | null;

/** Hexadecimal digits of a pseudonym: 64 bits, so that two of a million clients share one in 37 million exports. */
const digits = 16;

/** What happens to the values of each column. Pseudonyms are alike within one export and in no two. */
export function treatments(
  fields: readonly Field[],
  unmasked: ReadonlySet<string>,
  clientKeys: ReadonlySet<string>,
): Treat[] {
  const secret = randomBytes(32);
  return fields.map((field) => {
    const shown = shownOf(field, unmasked, clientKeys, secret);
    return (value) => {
      const text = shown(value);
      return text === null ? null : neutralised(text, field.type);
    };
  });
}

function shownOf(field: Field, unmasked: ReadonlySet<string>, clientKeys: ReadonlySet<string>, secret: Buffer): Treat {
  const { sensitivity } = field;
  if (unmasked.has(field.name)) return (value) => textOf(widest(value, sensitivity));
  switch (treatmentOf(field, clientKeys)) {
    case 'plain':
      return (value) => value;
    case 'masked':
      return (value) => textOf(mask(value, sensitivity, 'export'));
    case 'pseudonym':
      return (value) =>
        value === null || value.trim() === ''
          ? value
          : createHmac('sha256', secret).update(value.trim()).digest('hex').slice(0, digits);
  }
}

const textOf = (value: string | number | boolean | null) => (value === null ? null : String(value));
