import { constant, type Html, html, nothing, reportTexts } from '#shared/reports/index.ts';
import { appendix } from './appendix.ts';
import { cover } from './cover.ts';
import type { ReportFacts } from './facts.ts';
import { fontFaces } from './fonts.ts';
import { ruleSettingOf } from './ruleSetting.ts';
import { segmentPage } from './segmentPage.ts';
import { styles } from './styles.ts';
import { summaryPage } from './summary.ts';

/** Nothing of the document may run or be fetched but the fonts beside it. */
const policy = "default-src 'none'; style-src 'unsafe-inline'; font-src 'self'";

/** The whole report: cover, findings, one result a page, appendix. Pure. */
export function reportDocument(facts: ReportFacts, hash: string): Html {
  const { definition, segments } = facts;
  const texts = reportTexts[definition.language];
  const setting = ruleSettingOf(facts, texts);
  const language = definition.language === 'zh' ? 'zh-CN' : 'en';
  const head = runningHead(facts);
  return html`<!doctype html>
<html lang="${language}">
<head>
<meta charset="utf-8">
<meta http-equiv="Content-Security-Policy" content="${policy}">
<title>${definition.title}</title>
${fontFaces}
<style>${constant(styles)}</style>
</head>
<body>
${cover(facts, texts, hash)}
<main>
${segments.length === 0 ? nothing : section(head, summaryPage(facts, texts))}
${segments.map((segment, i) => section(head, segmentPage(segment, i + 1, facts, texts, setting)))}
${section(head, appendix(facts, texts, setting, hash))}
</main>
</body>
</html>
`;
}

function section(head: Html, content: Html): Html {
  return html`<section class="sheet">${head}${content}</section>\n`;
}

function runningHead({ definition }: ReportFacts): Html {
  const texts = reportTexts[definition.language];
  const mark = texts.confidentiality[definition.confidentiality] + texts.separator + texts.purpose[definition.purpose];
  return html`<div class="head" aria-hidden="true"><span class="title">${definition.title}</span><span>${mark}</span></div>`;
}
