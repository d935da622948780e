import { metrics, palettes, type Scheme } from './tokens.ts';

const kebab = (name: string) =>
  name
    .replace(/([A-Z])/g, '-$1')
    .replace(/(\d)$/, '-$1')
    .toLowerCase();

/** Writes the tokens of a scheme onto the document, where every style sheet finds them as `--name`. */
export function applyTokens(scheme: Scheme, root: HTMLElement = document.documentElement): void {
  for (const [name, value] of Object.entries(palettes[scheme])) root.style.setProperty(`--${kebab(name)}`, value);
  for (const [name, value] of Object.entries(metrics)) {
    root.style.setProperty(`--${kebab(name)}`, typeof value === 'number' ? `${value}px` : value);
  }
  root.dataset['theme'] = scheme;
  root.style.colorScheme = scheme;
}
