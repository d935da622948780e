import { z } from 'zod';

/**
 * Sensitivity classes of fields (JR/T 0171-2020; see privacy-and-reports.md). `identity` is split by kind, because
 * each kind is masked in a way of its own. `personal` is what belongs to a person and is of none of these kinds: texts that were
 * made from parts of an identity among it. Nothing of it is shown.
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
  'personal',
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
  'personal',
] as const;

/** True for fields whose values must never be an axis, a label, an extreme or a top value. */
export function isIdentity(sensitivity: Sensitivity): boolean {
  return (identityKinds as readonly Sensitivity[]).includes(sensitivity);
}

/** True where the screen shows less than the value: what a reveal is for. */
export function isMasked(sensitivity: Sensitivity): boolean {
  return isIdentity(sensitivity) || sensitivity === 'birthDate';
}

/** Classes of which no reason opens any more than the mask. */
export function isNeverShown(sensitivity: Sensitivity): boolean {
  return sensitivity === 'secret' || sensitivity === 'personal';
}

/** Whether a class protects more than another. */
export function isStricter(one: Sensitivity, than: Sensitivity): boolean {
  return protection(one) > protection(than);
}

/** How much a class protects. Company names and internal fields are shown as they are, amounts are not exported. */
function protection(sensitivity: Sensitivity): number {
  if (sensitivity === 'secret') return 5;
  if (sensitivity === 'personal') return 4;
  if (isIdentity(sensitivity)) return 3;
  if (sensitivity === 'birthDate') return 2;
  return sensitivity === 'amount' ? 1 : 0;
}

/**
 * The class of what was made from fields of these classes: the strictest. Where identities of several kinds come together
 * none of their masks fits, and nothing is shown; null for none.
 */
export function strictest(classes: readonly Sensitivity[]): Sensitivity | null {
  const strength = Math.max(...classes.map(protection));
  const [first = null, ...others] = new Set(classes.filter((each) => protection(each) === strength));
  if (others.length === 0) return first;
  return strength === 3 ? 'personal' : 'company';
}

/**
 * The class of a value that was altered from one of this class: cut, put together anew, moved. A mask shows some places of a
 * value because those say little; in an altered one anything may stand there.
 */
export function alteredClass(sensitivity: Sensitivity): Sensitivity {
  return isMasked(sensitivity) && sensitivity !== 'secret' ? 'personal' : sensitivity;
}

/**
 * Whether another class needs a reason. A stricter one never does. One of the same strictness does where anything is
 * masked at all, because each kind of identity leaves other characters visible.
 */
export function needsReason(from: Sensitivity, to: Sensitivity): boolean {
  return from !== to && protection(from) > 0 && protection(to) <= protection(from);
}
