import { z } from 'zod';

/** Where what a record tells of took place. `other`: through no channel that a client chose, as a nightly batch. */
export const sides = ['online', 'offline', 'other'] as const;
export const sideSchema = z.enum(sides);
export type Side = (typeof sides)[number];

/** What the analyst says of a channel by its name; of empty ones, or of a table without a channel, `value` is null. */
export const saidSideSchema = z
  .strictObject({ table: z.string().min(1), value: z.string().nullable(), side: sideSchema })
  .meta({ id: 'SaidSide' });
export type SaidSide = z.infer<typeof saidSideSchema>;

/** The words by which channels go in the exports of banks; the first that fit count: an automatic teller is no batch. */
const words: readonly (readonly [Side, RegExp])[] = [
  ['other', /批量|批处理|系统|自动(?!柜|终端|取款|存取)|代扣|代发|\b(?:batch|system|auto)\b/i],
  [
    'online',
    /手机|掌上|网银|网上|网络|线上|在线|互联网|小程序|微信|支付宝|公众号|云闪付|抖音|直销银行|远程|视频银行|电子银行|电子渠道|邮件|短信|\b(?:apps?|ios|android|web|website|h5|wap|online|internet|e-?banking|mobile|mini ?programs?|we ?chat|alipay|e-?mail|sms|api|digital)\b/i,
  ],
  [
    'offline',
    /柜|网点|支行|分行|营业部|营业厅|厅堂|大堂|客户经理|理财经理|自助|线下|上门|电话|客服|呼叫|外呼|面谈|存取款|\b(?:atm|crs|vtm|branch(?:es)?|counter|teller|offline|phone|tele\w*|call|manager|rm|kiosk|pos|face to face|walk in)\b/i,
  ],
];

/** The side that a channel, a table or a file is on by its words; null where they do not tell. */
export function suggestSide(text: string): Side | null {
  const spaced = text.replace(/([a-z\d])([A-Z])/g, '$1 $2').replace(/[_.-]+/g, ' ');
  return words.find(([, pattern]) => pattern.test(spaced))?.[0] ?? null;
}
