import { z } from 'zod';
import type { Locale } from '../errors/index.ts';
import { formatCount } from '../format/index.ts';

/** What a run of an exported playbook does otherwise than its workspace was made. */
export const playbookRemarkSchema = z.discriminatedUnion('kind', [
  /** Rows that were repaired one by one stay in quarantine. */
  z.strictObject({ kind: z.literal('repairedByHand'), table: z.string(), rows: z.number().int() }),
  /** Some files of a folder were chosen; the run reads all that lie there. */
  z.strictObject({ kind: z.literal('wholeFolder'), table: z.string() }),
  /** Where it lay is not known: it may have been one of several files. */
  z.strictObject({ kind: z.literal('onlyName'), table: z.string(), file: z.string() }),
  /** Another file has the same name, so that it has to lie in a folder of its own. */
  z.strictObject({ kind: z.literal('inFolder'), table: z.string(), file: z.string() }),
]);
export type PlaybookRemark = z.infer<typeof playbookRemarkSchema>;

export function playbookRemark(remark: PlaybookRemark, locale: Locale): string {
  const zh = locale === 'zh';
  const { table } = remark;
  switch (remark.kind) {
    case 'repairedByHand':
      return zh
        ? `“${table}”修复过的 ${formatCount(remark.rows)} 行不在方案里：用修复表带上，写作 repairs。`
        : `“${table}”: the ${formatCount(remark.rows)} rows that were repaired are not in it; bring them by a repair sheet, as repairs.`;
    case 'wholeFolder':
      return zh
        ? `“${table}”由选出的几个文件合成：运行时读取其文件夹中的全部文件。`
        : `“${table}” is of some files of a folder: a run reads all that lie in it.`;
    case 'inFolder':
      return zh
        ? `“${table}”的文件与别的同名：请按“${remark.file}”放进数据文件夹。`
        : `“${table}”: another file has the same name; put this one into the data folder as “${remark.file}”.`;
    case 'onlyName':
      return zh
        ? `“${table}”按文件名“${remark.file}”读取。`
        : `“${table}” is read by the name of its file, “${remark.file}”.`;
  }
}
