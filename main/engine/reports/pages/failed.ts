import type { Locale } from '#shared/errors/index.ts';
import { nothing, reportTexts } from '#shared/reports/index.ts';
import type { FailedPage } from '../facts.ts';
import type { PageView } from './page.ts';

/** Why there is no result, in place of one. */
export function failedView({ name, error }: FailedPage, locale: Locale): PageView {
  const sentence = reportTexts[locale].failed(name);
  return {
    finding: { sentence, certainty: error.sentence(locale) },
    figures: () => [],
    picture: () => null,
    body: () => nothing,
    method: '',
    definition: () => ({ text: sentence, items: [] }),
    formulas: [],
  };
}
