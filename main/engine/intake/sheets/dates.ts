/** What a number format makes of a number. */
export type NumberKind = 'number' | 'date' | 'time';

const builtInDates = new Set([14, 15, 16, 17, 22, 27, 28, 29, 30, 31, 34, 35, 36, 50, 51, 52, 53, 54, 57, 58]);
const builtInTimes = new Set([18, 19, 20, 21, 32, 33, 45, 47, 55, 56]);

/** By the id of a built-in format or the code of a custom one. Elapsed times ([h]:mm) are numbers of days. */
export function kindOfFormat(id: number, code: string | undefined): NumberKind {
  if (code === undefined) return builtInDates.has(id) ? 'date' : builtInTimes.has(id) ? 'time' : 'number';
  const first = code.split(';')[0] ?? '';
  if (/\[(?:h+|m+|s+)\]/i.test(first)) return 'number';
  // What is quoted, escaped or in brackets (colours, locales) is not part of the pattern.
  const pattern = first.replace(/"[^"]*"|\\.|_.|\*.|\[[^\]]*\]/g, '').replace(/general/gi, '');
  if (/[0#?]/.test(pattern.replace(/\.0+/g, ''))) return 'number';
  if (/[yde]/i.test(pattern)) return 'date';
  if (/[hs]/i.test(pattern)) return 'time';
  return /m/i.test(pattern) ? 'date' : 'number';
}

const dayMs = 86_400_000;
const epoch1900 = Date.UTC(1899, 11, 30);
const epoch1904 = Date.UTC(1904, 0, 1);

/** A moment as ISO text, by Excel's count of days; null for days that are none (29 February 1900, negative counts). */
export function momentOf(serial: number, date1904: boolean): { date: string; time: string } | null {
  if (!Number.isFinite(serial) || serial < 0 || serial >= 2_958_466) return null;
  // Excel believes that 1900 was a leap year: days before its 29 February count from one day later.
  if (!date1904 && Math.floor(serial) === 60) return null;
  const start = date1904 ? epoch1904 : serial < 60 ? epoch1900 + dayMs : epoch1900;
  const moment = new Date(start + Math.round(serial * dayMs));
  const [date = '', time = ''] = moment.toISOString().slice(0, -1).split('T');
  return { date, time: time.replace(/\.000$/, '') };
}
