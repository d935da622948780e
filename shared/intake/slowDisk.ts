import { z } from 'zod';
import type { Locale } from '../errors/index.ts';
import { formatDuration } from '../format/durations.ts';

/** What there is to say of the disk that a file lies on. */
export const slowDiskSchema = z
  .discriminatedUnion('kind', [
    z.strictObject({
      kind: z.literal('slow'),
      bytesPerSecond: z.number().nonnegative(),
      secondsLeft: z.number().nonnegative(),
    }),
    /** It has given nothing for so long. */
    z.strictObject({ kind: z.literal('silent'), seconds: z.number().nonnegative() }),
  ])
  .meta({ id: 'SlowDisk' });
export type SlowDisk = z.infer<typeof slowDiskSchema>;

/** While it is read: how long it will still take, and why. */
export function slowDiskProgress(disk: SlowDisk, locale: Locale): string {
  if (disk.kind === 'silent') return silence(disk.seconds, locale);
  const left = roughly(disk.secondsLeft, locale);
  const pace = megabytes(disk.bytesPerSecond);
  return locale === 'zh'
    ? `约还要 ${left} · 文件所在的磁盘很慢，每秒约 ${pace}`
    : `About ${left} left · the file’s disk is slow, about ${pace} a second`;
}

/** Before it is read: how long that would take, and what to do instead. */
export function slowDiskAdvice(disk: SlowDisk, locale: Locale): string {
  if (disk.kind === 'silent') return silence(disk.seconds, locale);
  const left = roughly(disk.secondsLeft, locale);
  const pace = megabytes(disk.bytesPerSecond);
  return locale === 'zh'
    ? `文件所在的磁盘很慢，每秒约 ${pace}，读完约需 ${left}。建议先把文件复制到本机磁盘再导入：之后每次读取都快，也不怕中途断开。`
    : `The file lies on a slow disk, about ${pace} a second: reading all of it takes about ${left}. Better copy it to this computer’s own disk first: from there it is quick each time, and cannot be cut off half-way.`;
}

const silence = (seconds: number, locale: Locale) =>
  locale === 'zh'
    ? `文件所在的磁盘已 ${seconds} 秒没有回应。可以继续等；也可以取消，把文件复制到本机磁盘后再导入。`
    : `The file’s disk has not answered for ${seconds} s. Wait on, or cancel and copy the file to this computer’s own disk first.`;

/** No finer than the pace is known. */
function roughly(seconds: number, locale: Locale): string {
  const step = seconds < 120 ? 5 : seconds < 7200 ? 60 : 1800;
  return formatDuration(Math.ceil(seconds / step) * step, locale);
}

function megabytes(bytes: number): string {
  const millions = bytes / 1_000_000;
  return millions >= 1 ? `${Math.round(millions)} MB` : `${Math.max(0.1, Math.round(millions * 10) / 10)} MB`;
}
