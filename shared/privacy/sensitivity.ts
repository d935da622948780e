import { z } from 'zod';

/**
 * Sensitivity classes of fields (JR/T 0171-2020; see privacy-and-reports.md). `identity` is split by kind, because
 * each kind is masked in a way of its own.
 */
export const sensitivities = [
  'secret',
  'name',
  'company',
  'idNumber',
  'creditCode',
  'phone',
  'card',
  'account',
  'address',
  'email',
  'birthDate',
  'amount',
  'internal',
] as const;
export const sensitivitySchema = z.enum(sensitivities);
export type Sensitivity = z.infer<typeof sensitivitySchema>;

const identityKinds = [
  'secret',
  'name',
  'idNumber',
  'creditCode',
  'phone',
  'card',
  'account',
  'address',
  'email',
] as const;

/** True for fields whose values must never be an axis, a label, an extreme or a top value. */
export function isIdentity(sensitivity: Sensitivity): boolean {
  return (identityKinds as readonly Sensitivity[]).includes(sensitivity);
}

/** True where the screen shows less than the value: what a reveal is for. */
export function isMasked(sensitivity: Sensitivity): boolean {
  return isIdentity(sensitivity) || sensitivity === 'birthDate';
}

/** Whether a class protects more than another. */
export function isStricter(one: Sensitivity, than: Sensitivity): boolean {
  return protection(one) > protection(than);
}

/** How much a class protects. Company names and internal fields are shown as they are, amounts are not exported. */
function protection(sensitivity: Sensitivity): number {
  if (sensitivity === 'secret') return 4;
  if (isIdentity(sensitivity)) return 3;
  if (sensitivity === 'birthDate') return 2;
  return sensitivity === 'amount' ? 1 : 0;
}

/**
 * The class of what was made from fields of these classes: the strictest. Where identities of several kinds come together
 * none of their masks fits, and the mask of names hides the most; null for none.
 */
export function strictest(classes: readonly Sensitivity[]): Sensitivity | null {
  const strength = Math.max(...classes.map(protection));
  const [first = null, ...others] = new Set(classes.filter((each) => protection(each) === strength));
  if (others.length === 0) return first;
  return strength === 3 ? 'name' : 'company';
}

/**
 * Whether another class needs a reason. A stricter one never does. One of the same strictness does where anything is
 * masked at all, because each kind of identity leaves other characters visible.
 */
export function needsReason(from: Sensitivity, to: Sensitivity): boolean {
  return from !== to && protection(from) > 0 && protection(to) <= protection(from);
}
