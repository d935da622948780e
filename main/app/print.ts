import { BrowserWindow } from 'electron';
import { headingAnchors, withPageNumbers } from '#shared/reports/index.ts';
import { outlineOf, type Place, withDestinations } from './pdfOutline.ts';
import { publishReport } from './protocol.ts';

/**
 * Prints a page of ours to PDF: A4, tagged, with outline and the footer on every page. Where the page numbers in it turn out to
 * be others than those that stand there, it is printed once more with those.
 */
export async function printPdf(html: string, footer: string): Promise<Buffer> {
  const first = await printOnce(html, footer);
  const pages = new Map([...placesOf(html, first)].map(([anchor, { page }]) => [anchor, page]));
  const numbered = withPageNumbers(html, pages);
  const pdf = numbered === html ? first : await printOnce(numbered, footer);
  return withDestinations(pdf, placesOf(numbered, pdf));
}

/** Where the headings with an anchor came to stand; none where outline and document do not agree. */
function placesOf(html: string, pdf: Buffer): Map<string, Place> {
  const places = outlineOf(pdf);
  const anchors = headingAnchors(html);
  if (places.length !== anchors.length) return new Map();
  return new Map(
    places.flatMap((place, i) => {
      const anchor = anchors[i];
      return anchor && place.page > 0 ? [[anchor, place] as const] : [];
    }),
  );
}

async function printOnce(html: string, footer: string): Promise<Buffer> {
  const window = new BrowserWindow({
    show: false,
    webPreferences: {
      sandbox: true,
      contextIsolation: true,
      nodeIntegration: false,
      spellcheck: false,
      javascript: false,
    },
  });
  const { url, withdraw } = publishReport(html);
  try {
    await window.loadURL(url);
    return await window.webContents.printToPDF({
      pageSize: 'A4',
      printBackground: true,
      preferCSSPageSize: true,
      displayHeaderFooter: true,
      // An empty template would print Chromium's own date and title.
      headerTemplate: '<span></span>',
      footerTemplate: footer,
      generateTaggedPDF: true,
      generateDocumentOutline: true,
    });
  } finally {
    withdraw();
    window.destroy();
  }
}
