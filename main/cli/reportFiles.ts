import type { ReportWriter } from '#engine/playbooks/index.ts';
import { withoutFonts } from '#engine/reports/index.ts';
import { AppError, toAppError } from '#shared/errors/index.ts';
import { safeFileName, writeText, writeWhole } from './output.ts';
import { findPrinter, type Printer, print } from './print.ts';

/**
 * Writes reports into a folder: as PDF, or as HTML where nothing can print. That is no failure, but `onNoPrinter` is told.
 * A report whose printing fails keeps its HTML and fails. `onWritten` is told each file, also of a report that fails.
 */
export function reportWriter(
  folder: string,
  signal: AbortSignal,
  onNoPrinter: (file: string) => void,
  onWritten: (name: string, file: string) => Promise<void>,
): ReportWriter {
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
      await onWritten(name, page);
      onNoPrinter(page);
      return [page];
    }
    try {
      await writeWhole(folder, `${stem}.pdf`, (path) => print(found, report, path, signal));
    } catch (thrown) {
      const error = toAppError(thrown);
      if (error.code === 'cancelled') throw error;
      await writeText(folder, page, withoutFonts(report.html));
      await onWritten(name, page);
      throw new AppError('io', 'printFailed', { name, file: page }, { detail: error.detail ?? error.message });
    }
    await onWritten(name, `${stem}.pdf`);
    return [`${stem}.pdf`];
  };
}
