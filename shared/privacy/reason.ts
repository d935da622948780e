import { z } from 'zod';

/** A reason that says nothing is none. */
export const shortestReason = 4;
export const longestReason = 200;

/** Why somebody looks behind a mask, takes something out unmasked, or lowers a class. It goes into the audit log. */
export const reasonSchema = z.string().trim().min(shortestReason).max(longestReason);

export function isReason(text: string): boolean {
  return reasonSchema.safeParse(text).success;
}
