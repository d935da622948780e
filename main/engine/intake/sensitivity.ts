import type { FieldType } from '#shared/intake/index.ts';
import { isCardNumber, isCreditCode, isEmailAddress, isIdNumber, isMobile } from '#shared/privacy/identifiers.ts';
import type { Sensitivity } from '#shared/privacy/sensitivity.ts';

/** Values that are enough to recognise a column by. */
const valuesTried = 200;
/** Share of values that must pass a check: entry is never perfect. */
const shareNeeded = 0.7;

/** What gives itself away by its values alone. */
const byContent: readonly { sensitivity: Sensitivity; test: (value: string) => boolean }[] = [
  { sensitivity: 'idNumber', test: isIdNumber },
  { sensitivity: 'creditCode', test: isCreditCode },
  { sensitivity: 'phone', test: isMobile },
  { sensitivity: 'email', test: isEmailAddress },
];

const notLatin = '(?:^|[^a-z])';
const notLatinAfter = '(?:$|[^a-z])';
const word = (words: string) => new RegExp(`${notLatin}(?:${words})${notLatinAfter}`, 'i');

const amountName = {
  zh: /余额|金额|收入|存款|贷款额|授信额|额度|资产|负债|工资|薪|利息|交易额|消费额/,
  en: word('balance|amount|amt|income|salary|revenue|deposit|spend|payment|principal|credit[ _-]?limit'),
};

/** Names of columns, the first that fits counts. Patterns are held against the name with camelCase split by spaces. */
const byName: readonly { sensitivity: Sensitivity; zh: RegExp; en: RegExp; types?: readonly FieldType[] }[] = [
  {
    sensitivity: 'idNumber',
    zh: /身份证|证件号|护照号/,
    en: word('id[ _-]?card|id[ _-]?(?:no|number)|identity|passport|ssn|citizen[ _-]?id'),
  },
  {
    sensitivity: 'creditCode',
    zh: /信用代码|税号|纳税人识别号|组织机构代码/,
    en: word('uscc|credit[ _-]?code|tax[ _-]?(?:id|no)'),
  },
  {
    sensitivity: 'company',
    zh: /企业名|公司名|单位名|机构名称|雇主|工作单位|企业$|公司$/,
    en: word('company|employer|enterprise|organi[sz]ation|firm'),
  },
  {
    sensitivity: 'phone',
    zh: /手机(?:号|$)|电话|联系方式/,
    en: word('phone|mobile|tel|telephone|cell(?:phone)?|msisdn'),
    types: ['text', 'integer'],
  },
  { sensitivity: 'email', zh: /邮箱|电子邮件/, en: word('e-?mail|mail[ _-]?address'), types: ['text'] },
  { sensitivity: 'card', zh: /卡号/, en: word('card[ _-]?(?:no|num|number)|pan'), types: ['text', 'integer'] },
  {
    sensitivity: 'account',
    zh: /账号|帐号|账户号|账户编号/,
    en: word('account[ _-]?(?:no|num|number)|acct[ _-]?(?:no|num)?|iban'),
    types: ['text', 'integer'],
  },
  { sensitivity: 'address', zh: /地址|住址|住所/, en: word('address|addr|street'), types: ['text'] },
  {
    sensitivity: 'birthDate',
    zh: /出生|生日/,
    en: word('birth(?:[ _-]?(?:date|day))?|birthday|birthdate|dob|date[ _-]?of[ _-]?birth'),
  },
  {
    sensitivity: 'name',
    zh: /姓名|联系人|户名|法人代表|法定代表人|经办人|客户名$|客户名称/,
    en: word('(?:full|first|last|sur|given|family|customer|client|contact|person)[ _-]?name|surname|holder'),
    types: ['text'],
  },
  {
    sensitivity: 'amount',
    ...amountName,
    types: ['integer', 'number', 'decimal'],
  },
];

const secretName = /密码|口令|验证码|指纹|磁道/;
const secretWord = word('pin|cvv2?|cvc2?|password|passwd|pwd|otp|track[ _-]?[12]?(?:[ _-]?data)?|fingerprint');

/**
 * The sensitivity class to suggest for a column, by its values (check digits) and its name, in Chinese or English. The
 * analyst has the last word.
 */
export function suggestSensitivity(name: string, type: FieldType, values: Iterable<string | null>): Sensitivity {
  const filled = firstFilled(values);
  if (isSecretColumn(name, () => filled)) return 'secret';
  return suggestBelowSecret(name, type, filled);
}

/** The class of a column of which the analyst has said that it holds no secret. */
export function suggestBelowSecret(name: string, type: FieldType, values: Iterable<string | null>): Sensitivity {
  // Whether there is a phone is no phone.
  if (type === 'boolean') return 'internal';
  const spaced = splitWords(name);
  const filled = firstFilled(values);
  const content = byContent.find(({ test }) => mostly(filled, test));
  if (content) return content.sensitivity;
  const worded = mostly(filled, isWords);
  const named = byName.find(
    ({ sensitivity, zh, en, types }) =>
      (types === undefined || types.includes(type)) &&
      (zh.test(name) || en.test(spaced)) &&
      !(worded && ofDigits.has(sensitivity)),
  );
  if (named?.sensitivity === 'name' && mostly(filled, isCompanyName)) return 'company';
  // Digits pass the Luhn check one time in ten, long serial numbers too: a card needs most of them.
  if (mostly(filled, isCardNumber) && named?.sensitivity !== 'account') return 'card';
  return named?.sensitivity ?? 'internal';
}

/** Of these a column can have the name and hold something else: of a telephone, whether there is one. */
const ofDigits: ReadonlySet<Sensitivity> = new Set(['idNumber', 'creditCode', 'phone', 'card', 'account']);

/** No digit, and none that was masked. */
const isWords = (value: string): boolean => !/[\d０-９*＊xX]{2}/.test(value);

export function hasAmountName(name: string): boolean {
  return amountName.zh.test(name) || amountName.en.test(splitWords(name));
}

function splitWords(name: string): string {
  return name.replace(/([a-z\d])([A-Z])/g, '$1 $2');
}

/** Secrets have no check digit: both the name and the form have to say so. */
export function isSecretColumn(name: string, values: () => Iterable<string | null>): boolean {
  return hasSecretName(name) && hasSecretForm(firstFilled(values()));
}

export function hasSecretName(name: string): boolean {
  return secretName.test(name) || secretWord.test(splitWords(name));
}

function hasSecretForm(values: readonly string[]): boolean {
  return (
    values.length === 0 ||
    mostly(values, (value) => /^\d{3,8}$/.test(value) || (value.length >= 6 && !/\s/.test(value)))
  );
}

function isCompanyName(value: string): boolean {
  return /公司|集团|厂$|中心$|合作社|商行|事务所|分行$|\b(?:ltd|inc|llc|gmbh|corp|co)\b\.?/i.test(value);
}

function mostly(values: readonly string[], test: (value: string) => boolean): boolean {
  return values.length > 0 && values.filter(test).length >= values.length * shareNeeded;
}

function firstFilled(values: Iterable<string | null>): string[] {
  const filled: string[] = [];
  for (const value of values) {
    const trimmed = value?.trim() ?? '';
    if (trimmed !== '') filled.push(trimmed);
    if (filled.length >= valuesTried) break;
  }
  return filled;
}
