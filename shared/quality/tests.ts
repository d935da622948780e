import { z } from 'zod';
import type { FieldType } from '../intake/index.ts';
import { isCardNumber, isCreditCode, isEmailAddress, isIdNumber } from '../privacy/identifiers.ts';
import type { Sensitivity } from '../privacy/sensitivity.ts';

/** What values of a field can be held against. */
export const validityTests = ['idNumber', 'creditCode', 'card', 'phone', 'email', 'date', 'pastDate'] as const;
export type ValidityTest = (typeof validityTests)[number];

/** Which test a field gets, what told so, and whether it was applied: not where hardly a value has the form. */
export const chosenTestSchema = z.strictObject({
  kind: z.enum(validityTests),
  by: z.enum(['class', 'content', 'type']),
  applied: z.boolean(),
});
export type ChosenTest = z.infer<typeof chosenTestSchema>;

/** A mobile number of mainland China, a landline with its area code, or a service number (95…, 400, 800). Also RE2. */
export const phonePattern =
  '^(?:(?:\\+?86[- ]?)?1[3-9]\\d(?:[- ]?\\d{4}){2}|\\(?0\\d{2,3}\\)?[- ]?\\d{7,8}(?:[- ]\\d{1,6})?|[48]00[- ]?\\d{3}[- ]?\\d{4}|9[56]\\d{3,6})$';
const phone = new RegExp(phonePattern);

type TextTest = Exclude<ValidityTest, 'date' | 'pastDate'>;

/** Tests of texts: an expression names them, too. */
export const textTests = ['idNumber', 'creditCode', 'card', 'phone', 'email'] as const satisfies readonly TextTest[];

/** Each test of a text by itself. */
export const passes = {
  idNumber: isIdNumber,
  creditCode: isCreditCode,
  card: isCardNumber,
  phone: (text) => phone.test(text),
  email: isEmailAddress,
} as const satisfies Record<TextTest, (text: string) => boolean>;

const ofClass: Partial<Record<Sensitivity, TextTest>> = {
  idNumber: 'idNumber',
  creditCode: 'creditCode',
  card: 'card',
  phone: 'phone',
  email: 'email',
};

/** Without a name that says so, half of the values must pass: Luhn's check alone passes one number in ten. */
const contentShare = 0.5;
/** Below it a field that is called so holds something else: passports, hashes, masked numbers. */
const classShare = 0.2;

/** A date that may lie ahead by what it is called: maturity, expiry, what is due or planned. */
const ahead =
  /到期|截止|有效期|止期|终止|计划|预计|下次|\b(?:due|maturity|matures?|expir\w*|valid|until|end|planned|expected|next)\b/i;

interface Named {
  readonly name: string;
  readonly type: FieldType;
  readonly sensitivity: Sensitivity;
}

/** The test for a field by its class, some of its values and its type; null where there is none. */
export function chooseTest({ name, type, sensitivity }: Named, values: readonly string[]): ChosenTest | null {
  if (type === 'date' || type === 'timestamp') {
    const spaced = name.replace(/([a-z\d])([A-Z])/g, '$1 $2').replaceAll('_', ' ');
    return { kind: ahead.test(spaced) ? 'date' : 'pastDate', by: 'type', applied: true };
  }
  if (type !== 'text' && type !== 'integer') return null;
  const share = (kind: TextTest) => values.filter((value) => passes[kind](value.trim())).length / values.length;
  const named = ofClass[sensitivity];
  if (named) return { kind: named, by: 'class', applied: values.length > 0 && share(named) >= classShare };
  if (sensitivity === 'account' || values.length === 0 || type === 'integer') return null;
  const found = textTests.find((kind) => share(kind) >= contentShare);
  return found ? { kind: found, by: 'content', applied: true } : null;
}
