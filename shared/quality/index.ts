export { type Balance, balanceSchema, type Records, recordsOf, sumOf } from './balance.ts';
export { dateCodes, numberCodes, standsApart, textCodes } from './codes.ts';
export {
  type FindingKind,
  filledOf,
  findingsOf,
  limits,
  othersOf,
  type QualityFinding,
} from './findings.ts';
export { findingAdvice, findingText, testNames } from './findingText.ts';
export { dateForms, type FormKind, formKindOf, numberForms } from './forms.ts';
export { type MendNames, mendOf } from './mend.ts';
export {
  type Assessment,
  assessmentSchema,
  type Correlated,
  type FieldQuality,
  type Problem,
  problemSchema,
} from './result.ts';
export {
  meanParts,
  type Parts,
  type ScorePart,
  scoreOf,
  scoreParts,
  timelinessOf,
  weights,
} from './score.ts';
export { quantileSkew } from './skew.ts';
export { type Counted, spellingGroups, spellingKey } from './spelling.ts';
export { type FileAssessment, fileAssessmentSchema, spoken } from './spoken.ts';
export { type ChosenTest, chooseTest, phonePattern, textTests } from './tests.ts';
export { utilisation } from './utilisation.ts';
