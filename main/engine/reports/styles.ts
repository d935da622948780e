import { fontStack } from './fonts.ts';

/** How many steps further in a line of a statement may begin. */
export const deepestLine = 9;

/** The report's style sheet. Measures follow look/report-page.png: A4 at 96 dots an inch, 16 mm at the sides. */
export const styles = `
@page { size: A4; margin: 15mm 16mm 8mm; }
* { box-sizing: border-box; }
html { -webkit-print-color-adjust: exact; print-color-adjust: exact; }
body {
  margin: 0; color: #1b2430; background: #fff; font: 400 13px/1.65 ${fontStack};
  line-break: strict; overflow-wrap: anywhere; text-spacing-trim: trim-start; text-wrap: pretty;
  font-variant-numeric: tabular-nums; orphans: 3; widows: 3;
}
/* The typeface has quotation marks a square wide, as Chinese wants them; English takes them at their own width. */
body:lang(en), .desk:lang(en) { font-feature-settings: "pwid"; }
h1, h2, h3, h4, p, ul, ol, dl, dd, figure, table { margin: 0; padding: 0; }
h2, h3, h4, caption { break-after: avoid; }
h2 { font-size: 22px; line-height: 1.4; font-weight: 700; }
a { color: inherit; text-decoration: none; }
.clause { display: inline-block; white-space: pre-wrap; }
h3 { font-size: 13px; font-weight: 700; margin: 24px 0 6px; }
h4 { font-size: 12px; font-weight: 500; margin: 10px 0 2px; }

.cover { display: flex; flex-direction: column; height: 256mm; background: #fff; z-index: 1; border-top: 6px solid #14233a; padding-top: 10mm; position: relative; }
.cover .product { font-weight: 700; font-size: 15px; color: #14233a; }
.cover .mark { position: absolute; right: 0; top: 10mm; border: 1px solid #1b2430; border-radius: 4px; padding: 1px 12px; font-weight: 500; }
.cover .name { margin-top: 62mm; }
.cover .purpose { color: #1f4e8c; font-weight: 500; font-size: 15px; }
.cover h1 { font-size: 34px; line-height: 1.35; font-weight: 700; margin-top: 4px; text-wrap: balance; }
.cover dl { margin-top: auto; border-top: 2px solid #1b2430; }
.cover dl div { display: flex; border-bottom: 1px solid #e2e5ea; padding: 6px 0; }
.cover dt { flex: 0 0 34mm; color: #566273; }
.cover dd { flex: 1; }

.sheet { break-before: page; padding: 13mm 0 18mm; box-decoration-break: clone; }
.running { position: fixed; left: 0; right: 0; color: #566273; font-size: 10px; }
.head { top: 0; display: flex; justify-content: space-between; gap: 24px; border-bottom: 1px solid #e2e5ea; padding-bottom: 6px; }
.head .title { overflow: hidden; text-overflow: ellipsis; white-space: nowrap; }
.head span + span { flex: none; }
.foot { bottom: 0; height: 12mm; border-top: 1px solid #e2e5ea; padding-top: 5px; line-height: 1.5; }
.foot div { display: flex; justify-content: space-between; }
@media screen {
  body { max-width: 178mm; margin: 15mm auto; }
  .running { position: static; }
  .foot { height: auto; margin-bottom: 10mm; }
  .contents .page { display: none; }
  .sheet { padding: 24mm 0 0; }
}

.lead { color: #566273; margin-top: 4px; }
.figures { display: grid; grid-template-columns: repeat(4, 1fr); gap: 16px; border-top: 2px solid #1b2430; border-bottom: 1px solid #e2e5ea; margin-top: 16px; padding: 8px 0 10px; break-inside: avoid; }
.figures div { display: flex; flex-direction: column; }
.figures dd { font-size: 23px; line-height: 1.45; font-weight: 700; white-space: nowrap; }
.figures dt { font-size: 11px; color: #566273; }
.figures dt::first-letter { text-transform: uppercase; }

figure { margin-top: 20px; break-inside: avoid; }
table + .small { margin-top: 4px; }
figcaption, caption { font-size: 11px; color: #566273; text-align: left; }
figcaption { margin-bottom: 10px; break-after: avoid; }
caption { padding-bottom: 4px; }
svg { display: block; width: 100%; height: auto; overflow: visible; }
svg text { font-size: 12px; fill: #1b2430; }
svg .count { font-weight: 700; }
svg .share { fill: #566273; }
svg .group { fill: #1f4e8c; }
svg .base { fill: #c3cad4; }
svg .look { fill: #d98a1f; }
svg text.look-ink { fill: #8a540a; font-weight: 700; }
svg .small-text { font-size: 11px; }
svg .tiny, svg .tick { font-size: 10px; }
svg .tick { fill: #566273; }
svg .grid { stroke: #e2e5ea; fill: none; }
svg .level { stroke: #a86a12; stroke-dasharray: 3 3; fill: none; }
svg .fit { fill: none; stroke-width: 1; }
svg .focus .fit { stroke-width: 2.4; }
.series .stroke { fill: none; stroke-width: 1.6; }
.s1 { fill: #1f4e8c; stroke: #1f4e8c; stroke-width: 0; } .s2 { fill: #d98a1f; stroke: #d98a1f; stroke-width: 0; }
.s3 { fill: #2e8b7a; stroke: #2e8b7a; stroke-width: 0; } .s4 { fill: #b5496b; stroke: #b5496b; stroke-width: 0; }
.s5 { fill: #6c8ebf; stroke: #6c8ebf; stroke-width: 0; }

table { width: 100%; border-collapse: collapse; margin-top: 20px; font-size: 12px; }
h3 + table { margin-top: 0; }
thead { display: table-header-group; }
tr { break-inside: avoid; }
thead th { color: #566273; font-weight: 400; border-bottom: 1px solid #1b2430; vertical-align: bottom; }
th, td { text-align: left; padding: 5px 16px 5px 0; border-bottom: 1px solid #e2e5ea; vertical-align: top; font-weight: 400; }
.n { text-align: right; white-space: nowrap; }
.dense { font-size: 11px; }
.dense th, .dense td { padding: 3px 10px 3px 0; }
.dense thead th.n { white-space: normal; }
.own-words thead th { overflow-wrap: normal; }
.dense .w { padding-left: 10px; white-space: nowrap; }
tr > th:last-child, tr > td:last-child { padding-right: 0; }
.chance > * { color: #566273; font-weight: 400; }
.leak { color: #8a540a; font-weight: 700; }
.edited { color: #8a540a; font-weight: 500; }
tbody th { font-weight: 500; }

.rule { list-style: none; }
.rule ul { list-style: none; border-left: 2px solid #e2e5ea; margin: 2px 0 2px 4px; padding-left: 12px; }
.rule li { margin: 2px 0; }
.facets th { width: 84mm; }
.note p + p { margin-top: 2px; }
.note { background: #f7f7f4; border-left: 3px solid #1f4e8c; padding: 8px 12px; margin-top: 16px; font-size: 12px; break-inside: avoid; break-before: avoid; }

.findings { margin-top: 14px; border-top: 2px solid #1b2430; counter-reset: finding; list-style: none; }
.findings li { counter-increment: finding; border-bottom: 1px solid #e2e5ea; padding: 12px 0 12px 34px; position: relative; break-inside: avoid; }
.findings li::before { content: counter(finding); position: absolute; left: 0; top: 10px; font-size: 20px; font-weight: 700; color: #1f4e8c; }
.finding { font-size: 15px; font-weight: 500; }
.certainty, .more, .small { color: #566273; font-size: 11px; }
.more { margin-top: 10px; }

.contents-title { margin: 32px 0 10px; padding-bottom: 6px; font-size: 16px; border-bottom: 1px solid #1b2430; }
.contents { display: grid; grid-template-columns: 1fr 1fr; gap: 0 32px; font-size: 12px; }
.contents ul { list-style: none; margin-top: 2px; }
.contents a { display: flex; gap: 8px; border-bottom: 1px solid #e2e5ea; padding: 5px 0; break-inside: avoid; }
.contents .mark { flex: 0 0 18px; color: #1f4e8c; font-weight: 700; }
.contents .name { flex: 1; }

.appendix { font-size: 12px; }
.definition { break-inside: avoid; }
.definition.query { break-inside: auto; }
.appendix table + ul { margin-top: 10px; }
.appendix ul:not(.rule, .rule ul) { padding-left: 1.6em; }
.appendix table td.n { white-space: normal; }
.code { font-size: 10px; line-height: 1.5; color: #1b2430; }
p.code { background: #f7f7f4; padding: 6px 8px; }
/* The typeface has Latin letters half as wide as Chinese ones, too: so a statement needs no second one. */
.sql { line-height: 1.4; font-feature-settings: "hwid"; white-space: pre-wrap; text-wrap: wrap; text-spacing-trim: space-all; }
.sql .wide { font-feature-settings: normal; }
.sql .line { display: block; padding-left: 1em; text-indent: -1em; }
${Array.from({ length: deepestLine }, (_, i) => `.sql .in${i + 1} { margin-left: ${i + 1}em; }`).join('\n')}
p.sql + .small { margin: 2px 0 6px; }
`;
