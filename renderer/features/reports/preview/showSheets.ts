import type { ReportDefinition } from '#shared/reports/index.ts';

/**
 * How sheets lie on the desk: white, A4 at 96 dots an inch, one under the other. Where there is little room the white at
 * their sides gives way before the text gets smaller.
 */
const onDesk = `
.desk { zoom: var(--scale, 0.8); padding: 16px 0; background: none; color-scheme: light; }
.desk > .cover, .desk .sheet { width: calc(674px + 2 * var(--side, 60px)); min-height: 1122px; margin: 0 auto 20px; padding: 60px var(--side, 60px) 40px; background: #fff; }
.desk > .cover { height: 1122px; }
.desk .contents .page { display: none; }
.desk > .cover .mark { top: 56px; right: var(--side, 60px); }
`;

/**
 * Shows the sheets of a report inside an element, apart from the style of the window. Their style is put in as a constructed
 * sheet: as an element the content policy would refuse it.
 */
export function showSheets(
  host: HTMLElement,
  { sheets, styles }: { readonly sheets: string; readonly styles: string },
  language: ReportDefinition['language'],
): void {
  const root = host.shadowRoot ?? host.attachShadow({ mode: 'open' });
  const sheet = new CSSStyleSheet();
  // What is said of the body holds for the desk; what is said of screens is for a report in a browser.
  const own = styles.replace(/@media screen \{[\s\S]*?\n\}/, '').replace(/^body \{/m, '.desk {');
  sheet.replaceSync(own + onDesk);
  root.adoptedStyleSheets = [sheet];
  const desk = document.createElement('div');
  desk.className = 'desk';
  desk.lang = language === 'zh' ? 'zh-CN' : 'en';
  const parsed = new DOMParser().parseFromString(sheets, 'text/html');
  desk.append(...document.importNode(parsed.body, true).childNodes);
  desk.addEventListener('click', (event) => follow(event, root));
  root.replaceChildren(desk);
}

/** A link leads to its place on the desk: the window itself goes nowhere, and would look for it outside the desk. */
function follow(event: MouseEvent, root: ShadowRoot): void {
  const link = event.target instanceof Element ? event.target.closest('a[href]') : null;
  if (!link) return;
  event.preventDefault();
  root.getElementById((link.getAttribute('href') ?? '').slice(1))?.scrollIntoView({ block: 'start' });
}
