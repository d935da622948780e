export { inFull, isComparable, type Money, moneyFactors, moneyOf, moneyUnits, yuanName, yuanOf } from './amounts.ts';
export { formatDuration } from './durations.ts';
export {
  addUp,
  formatCount,
  formatDecimal,
  formatInterval,
  formatP,
  formatPoints,
  formatRatio,
  formatShare,
  formatTgi,
  statedN,
  statedP,
} from './numbers.ts';
export { isScale, writtenParameter } from './parameters.ts';
export { toDecimals } from './rounding.ts';
export { drawnSpace, unseenSpaces, withDrawnSpaces } from './spaces.ts';
export { inLines, statementsOf } from './statements.ts';
