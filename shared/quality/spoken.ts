import { z } from 'zod';
import { findingKinds, findingsOf, severities } from './findings.ts';
import { findingAdvice, findingText } from './findingText.ts';
import { type Assessment, assessmentSchema } from './result.ts';

const inBoth = z.strictObject({ zh: z.string(), en: z.string() });

const { version: _version, fields, rows, asOf, score, parts, ...figures } = assessmentSchema.shape;

/** An assessment with what it gives to say, for who has no window: each finding with its sentence, and what to do. */
const spokenAssessmentSchema = z.strictObject({
  ...{ rows, asOf, score, parts },
  findings: z.array(
    z.strictObject({
      kind: z.enum(findingKinds),
      severity: z.enum(severities),
      fields: z.array(z.string()),
      rows: z.number().int().nonnegative().nullable(),
      /** Rows by share of all; rho, skew or days for the kinds that are about such. */
      figure: z.number(),
      detail: z.string(),
      sentence: inBoth,
      advice: inBoth,
    }),
  ),
  ...figures,
  fields,
});
type SpokenAssessment = z.infer<typeof spokenAssessmentSchema>;

/** What `clientscope assess` prints of a file. */
export const fileAssessmentSchema = z
  .strictObject({
    file: z.string(),
    sha256: z.string(),
    quarantined: z.number().int().nonnegative(),
    ...spokenAssessmentSchema.shape,
  })
  .meta({ id: 'FileAssessment' });
export type FileAssessment = z.infer<typeof fileAssessmentSchema>;

/** Puts its findings to an assessment, the gravest first. Pure. */
export function spoken(assessment: Assessment): SpokenAssessment {
  const findings = findingsOf(assessment).map((finding) => {
    const { kind, severity, fields, rows, figure, detail } = finding;
    return {
      ...{ kind, severity, fields: [...fields], rows, figure, detail },
      sentence: { zh: findingText(finding, assessment, 'zh'), en: findingText(finding, assessment, 'en') },
      advice: { zh: findingAdvice.zh[kind], en: findingAdvice.en[kind] },
    };
  });
  const { version: _, ...said } = assessment;
  return { ...said, findings };
}
