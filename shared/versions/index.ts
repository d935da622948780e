export {
  type Differences,
  differencesBetween,
  differencesSchema,
  hasDifferences,
  type KeptVersion,
  keptVersionSchema,
  mostKept,
} from './versions.ts';
