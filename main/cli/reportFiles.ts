import type { ReportWriter } from '#engine/playbooks/index.ts';
import { withoutFonts } from '#engine/reports/index.ts';
import { AppError, toAppError } from '#shared/errors/index.ts';
import { safeFileName, writeText, writeWhole } from './output.ts';
import { findPrinter, type Printer, print } from './print.ts';

/**
 * Writes reports into a folder: as PDF, or as HTML where nothing can print. That is no failure, but `onNoPrinter` is told.
 * A report whose printing fails keeps its HTML and fails.
 */
export function reportWriter(folder: string, signal: AbortSignal, onNoPrinter: (file: string) => void): ReportWriter {
  const taken = new Set<string>();
  let printer: Promise<Printer | null> | undefined;

  return async (name, report) => {
    const stem = safeFileName(name, taken);
    taken.add(stem.toLowerCase());
    printer ??= findPrinter(signal);
    const found = await printer;
    const page = `${stem}.html`;
    if (!found) {
      await writeText(folder, page, withoutFonts(report.html));
      onNoPrinter(page);
      return [page];
    }
    try {
      await writeWhole(folder, `${stem}.pdf`, (path) => print(found, report, path, signal));
      return [`${stem}.pdf`];
    } catch (thrown) {
      const error = toAppError(thrown);
      if (error.code === 'cancelled') throw error;
      await writeText(folder, page, withoutFonts(report.html));
      throw new AppError('io', 'printFailed', { name, file: page }, { detail: error.detail ?? error.message });
    }
  };
}
