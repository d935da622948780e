export {
  comparisonSchema,
  type FieldMove,
  type FileComparison,
  fileComparisonSchema,
  psiBands,
  type VersionComparison,
} from './comparison.ts';
export {
  type AskAgain,
  askAgainSchema,
  type Differences,
  differencesBetween,
  differencesSchema,
  hasDifferences,
  type KeptVersion,
  keptVersionSchema,
  mostKept,
} from './versions.ts';
