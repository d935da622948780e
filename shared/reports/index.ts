export * from './definition.ts';
export { constant, escapeHtml, Html, html, nothing } from './html.ts';
export { reportTexts } from './language.ts';
export { addUp, formatCount, formatInterval, formatRatio, formatShare, smallestGroup } from './numbers.ts';
export { funnelWords, type RuleSetting, type RuleWords, ruleWords } from './ruleWords.ts';
export type { ReportTexts } from './texts.ts';
