import { type Html, html } from './html.ts';

/** The number of the page that an anchor stands on, to be set right when it is known; `guess` until then. */
export const pageNumber = (anchor: string, guess: number): Html =>
  html`<span class="page" data-of="${anchor}">${guess}</span>`;

/** A document with the page numbers that its anchors turned out to have; of one that is not known there is none. */
export function withPageNumbers(document: string, pages: ReadonlyMap<string, number>): string {
  return document.replace(
    /(<span class="page" data-of="([\w-]+)">)\d*(?=<)/g,
    (_, tag: string, anchor: string) => `${tag}${pages.get(anchor) ?? ''}`,
  );
}

/** The anchor of each heading of a document, in order; null: it has none. */
export function headingAnchors(document: string): (string | null)[] {
  return [...document.matchAll(/<h[1-6]\b([^>]*)>/g)].map(
    ([, attributes = '']) => / id="([\w-]+)"/.exec(attributes)?.[1] ?? null,
  );
}
