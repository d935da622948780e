import { z } from 'zod';

/** What a score is made of. */
export const scoreParts = ['completeness', 'validity', 'uniqueness', 'consistency', 'timeliness'] as const;
export type ScorePart = (typeof scoreParts)[number];

/** How much each part counts, out of 100; one that does not apply is left out and the rest share its weight. */
export const weights = {
  completeness: 35,
  validity: 25,
  uniqueness: 15,
  consistency: 15,
  timeliness: 10,
} as const satisfies Record<ScorePart, number>;

/** Each part between 0 and 1; null: it does not apply. */
export const partsSchema = z.strictObject({
  completeness: z.number().min(0).max(1).nullable(),
  validity: z.number().min(0).max(1).nullable(),
  uniqueness: z.number().min(0).max(1).nullable(),
  consistency: z.number().min(0).max(1).nullable(),
  timeliness: z.number().min(0).max(1).nullable(),
});
export type Parts = z.infer<typeof partsSchema>;

/** Σ weight · part / Σ weight over the parts that apply, times 100; null where none does. */
export function scoreOf(parts: Parts): number | null {
  const known = scoreParts.flatMap((part) => {
    const value = parts[part];
    return value === null ? [] : [{ value, weight: weights[part] }];
  });
  const whole = known.reduce((sum, { weight }) => sum + weight, 0);
  return whole === 0 ? null : (100 * known.reduce((sum, { value, weight }) => sum + value * weight, 0)) / whole;
}

/** The mean of each part over the fields that it applies to. */
export function meanParts(all: readonly Parts[]): Parts {
  const mean = (part: ScorePart) => {
    const known = all.flatMap((parts) => parts[part] ?? []);
    return known.length === 0 ? null : known.reduce((sum, value) => sum + value, 0) / known.length;
  };
  return {
    completeness: mean('completeness'),
    validity: mean('validity'),
    uniqueness: mean('uniqueness'),
    consistency: mean('consistency'),
    timeliness: mean('timeliness'),
  };
}

/** Days up to which data are fresh, and from which they are old. */
const fresh = 31;
const old = 366;

/** 1 up to 31 days after the newest date, 0 from 366 on, on a straight line between. */
export function timelinessOf(days: number): number {
  return Math.max(0, Math.min(1, (old - days) / (old - fresh)));
}
