export { inFull, type Money, moneyOf, yuanFactorOf, yuanOf } from './amounts.ts';
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
  signedP,
} from './numbers.ts';
