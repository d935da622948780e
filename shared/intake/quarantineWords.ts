import type { Locale } from '../errors/index.ts';
import type { QuarantinedRow } from './dataset.ts';

interface Words {
  readonly line: string;
  readonly column: string;
  readonly reason: string;
  readonly text: string;
  readonly reasons: Readonly<Record<QuarantinedRow['reason'], string>>;
}

/** What the window and an export call the columns of a quarantine, and the reasons. */
export const quarantineWords = {
  zh: {
    line: '行号',
    column: '列',
    reason: '原因',
    text: '原文',
    reasons: {
      missingColumns: '列数不足',
      tooManyColumns: '列数过多',
      unquotedValue: '引号不配对',
      cast: '值与类型不符',
      invalidEncoding: '编码有误',
      lineTooLong: '行过长',
      misaligned: '未对齐列',
      notJson: '不是有效的 JSON',
      notObject: '不是 JSON 对象',
      other: '其他',
    },
  },
  en: {
    line: 'Line',
    column: 'Column',
    reason: 'Reason',
    text: 'Text in the file',
    reasons: {
      missingColumns: 'Too few columns',
      tooManyColumns: 'Too many columns',
      unquotedValue: 'Quotes do not match',
      cast: 'Value is not of the type',
      invalidEncoding: 'Bad encoding',
      lineTooLong: 'Line too long',
      misaligned: 'Out of its column',
      notJson: 'Not valid JSON',
      notObject: 'Not a JSON object',
      other: 'Other',
    },
  },
} as const satisfies Record<Locale, Words>;
