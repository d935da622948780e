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
