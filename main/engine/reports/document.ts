import { constant, type Html, html, nothing, reportTexts } from '#shared/reports/index.ts';
import { appendix } from './appendix.ts';
import { contents } from './contents.ts';
import { cover } from './cover.ts';
import type { ReportFacts } from './facts.ts';
import { fontFaces } from './fonts.ts';
import { resultPages } from './pages/layout.ts';
import { ruleSettingOf } from './ruleSetting.ts';
import { runningFoot, runningHead } from './running.ts';
import { styles } from './styles.ts';
import { summaryPage } from './summary.ts';

/** Nothing of the document may run or be fetched but the fonts beside it. */
const policy = "default-src 'none'; style-src 'unsafe-inline'; font-src 'self'";

/** The whole report: cover, findings, one result a page, appendix. Pure. */
export function reportDocument(facts: ReportFacts, hash: string): Html {
  const { definition } = facts;
  const texts = reportTexts[definition.language];
  const language = definition.language === 'zh' ? 'zh-CN' : 'en';
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
${runningHead(facts, texts)}
${runningFoot(facts, texts, hash)}
${reportSheets(facts, hash)}
</body>
</html>
`;
}

/** What lies on the sheets of a report, without what is repeated on each. */
export function reportSheets(facts: ReportFacts, hash: string): Html {
  const { definition, pages } = facts;
  const texts = reportTexts[definition.language];
  const setting = ruleSettingOf(facts, texts);
  return html`${cover(facts, texts, hash)}
<main>
${pages.length < 2 ? nothing : sheet(html`${summaryPage(facts, texts)}${contents(facts, texts)}`)}
${resultPages(pages, { facts, texts, rules: setting }).map(sheet)}
${sheet(appendix(facts, texts, setting, hash))}
</main>`;
}

function sheet(content: Html): Html {
  return html`<section class="sheet">${content}</section>\n`;
}
