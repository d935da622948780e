import { BrowserWindow } from 'electron';
import { publishReport } from './protocol.ts';

/** Prints a page of ours to PDF: A4, tagged, with outline and the footer on every page. */
export async function printPdf(html: string, footer: string): Promise<Buffer> {
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
