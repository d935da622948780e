import type { Finding } from '#shared/findings/index.ts';
import type { Html, ReportTexts, RuleSetting, RuleWords } from '#shared/reports/index.ts';
import type { ReportFacts } from '../facts.ts';

/** What a page is laid out with. */
export interface PageSetting {
  /** The numbers of the page's first figure and first table: both are counted through the whole report. */
  readonly figure: number;
  readonly table: number;
  readonly facts: ReportFacts;
  readonly texts: ReportTexts;
  readonly rules: RuleSetting;
}

/** One kind of result in words and pictures. Pure. */
export interface PageView {
  /** What the product has to say of it. */
  readonly finding: Finding;
  /** Values with what they are: the row of figures under the message. */
  figures(setting: PageSetting): readonly (readonly [value: string, label: string])[];
  /** The picture, as vectors, with its caption; null where there is nothing to draw. */
  picture(setting: PageSetting): { readonly drawing: Html; readonly caption: string } | null;
  /** What stands under the picture: rule and tables. */
  body(setting: PageSetting): Html;
  /** How it was counted, in a few sentences. */
  readonly method: string;
  /** For the appendix. */
  definition(rules: RuleSetting): RuleWords;
  readonly formulas: readonly string[];
}
