import { constant, type Html, html } from '#shared/reports/index.ts';

/** The bundled font, by weight, relative to the report's own address: main serves it, Chromium embeds a subset. */
const weights = { 400: 'NotoSansSC_400Regular.ttf', 500: 'NotoSansSC_500Medium.ttf', 700: 'NotoSansSC_700Bold.ttf' };

/** System fonts stand behind the bundled one for the HTML file that is kept where nothing can be printed. */
export const fontStack = `"Noto Sans SC", "PingFang SC", "Microsoft YaHei", "Noto Sans CJK SC", sans-serif`;

export const fontFaces: Html = html`<style>${constant(
  Object.entries(weights)
    .map(
      ([weight, file]) =>
        `@font-face { font-family: "Noto Sans SC"; font-weight: ${weight}; src: url("fonts/${file}") format("truetype"); }`,
    )
    .join('\n'),
)}</style>`;

/** The document as a file of its own, which asks for nothing outside itself. */
export function withoutFonts(document: string): string {
  return document.replace(fontFaces.text, '');
}
