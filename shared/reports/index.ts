export * from './definition.ts';
export { constant, escapeHtml, Html, html, nothing } from './html.ts';
export { reportTexts } from './language.ts';
export { headingAnchors, pageNumber, withPageNumbers } from './pageNumbers.ts';
export { funnelWords, type RuleSetting, type RuleWords, ruleWords } from './ruleWords.ts';
export type { ReportTexts } from './texts.ts';
export { funnelPageWords } from './words/funnel.ts';
export { portraitWords } from './words/portrait.ts';
export { roiWords } from './words/roi.ts';
