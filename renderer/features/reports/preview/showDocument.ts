/** How sheets lie on the desk: white, A4 at 96 dots an inch, one under the other. */
const onScreen = `
:host { display: block; }
.desk { zoom: var(--scale, 0.8); padding: 24px 0; color: #1b2430; }
.desk > .cover, .desk .sheet { box-sizing: border-box; width: 794px; min-height: 1122px; margin: 0 auto 20px; padding: 60px 60px 40px; background: #fff; color-scheme: light; }
.desk > .cover { height: 1122px; border-top-width: 6px; }
.running { display: none; }
`;

/**
 * Shows a report inside an element, apart from the style of the window. Its sheet is put in as a constructed one: as an element
 * the content policy would refuse it.
 */
export function showDocument(host: HTMLElement, html: string): void {
  const root = host.shadowRoot ?? host.attachShadow({ mode: 'open' });
  const parsed = new DOMParser().parseFromString(html, 'text/html');
  const style = [...parsed.querySelectorAll('style')].map((each) => each.textContent).join('\n');
  const sheet = new CSSStyleSheet();
  // What is said of the body holds for the desk; pages and screens of their own have no meaning here.
  sheet.replaceSync(`${style.replace(/@media screen \{[\s\S]*?\n\}/, '').replace(/^body \{/m, '.desk {')}${onScreen}`);
  root.adoptedStyleSheets = [sheet];
  const desk = document.createElement('div');
  desk.className = 'desk';
  desk.lang = parsed.documentElement.lang;
  const [cover, main] = [parsed.querySelector('.cover'), parsed.querySelector('main')];
  for (const part of [cover, main]) if (part) desk.append(document.importNode(part, true));
  root.replaceChildren(desk);
}
