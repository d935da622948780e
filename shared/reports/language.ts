import type { ReportDefinition } from './definition.ts';
import type { ReportTexts } from './texts.ts';
import { textsEn } from './textsEn.ts';
import { textsZh } from './textsZh.ts';

/** The words of reports by language. */
export const reportTexts: Readonly<Record<ReportDefinition['language'], ReportTexts>> = { zh: textsZh, en: textsEn };
