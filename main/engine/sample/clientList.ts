import { join, literal, raw, type Sql, sql } from '../warehouse/index.ts';
import { element, lookUp, number, pick } from './choices.ts';
import { creditCheck, organisationBody, organisationCheck } from './creditCode.ts';
import type { Random } from './random.ts';
import * as words from './vocabulary.ts';

/** Columns of the client list as the bank exports them, in order, with their expression over `identified`. */
const columns: readonly (readonly [header: string, value: string])[] = [
  ['客户编号', 'client_no'],
  ['统一社会信用代码', 'credit_code'],
  ['企业名称', 'company'],
  ['联系人', 'contact'],
  ['联系电话', 'phone'],
  ['行业', 'industry'],
  ['地区', 'city'],
  ['分支机构', 'branch'],
  ['员工人数', 'CASE WHEN u_no_staff >= 0.04 THEN staff END'],
  ['成立日期', 'founded'],
  ['开户日期', 'opened'],
  ['授信额度（万元）', 'credit_limit::DECIMAL(18, 2)'],
  ['余额（万元）', 'balance::DECIMAL(18, 2)'],
  ['资产负债率（%）', 'CASE WHEN u_no_leverage >= 0.06 THEN leverage::DECIMAL(5, 1) END'],
  ['近12月逾期次数', 'overdue'],
  ['信用等级', 'CASE WHEN u_no_grade >= 0.11 THEN grade END'],
  ['常用渠道', 'channel'],
  ['主要产品', 'product'],
  ['风险信号', 'signal'],
  ['通知偏好', 'notice'],
  ['客户经理工号', 'manager'],
  ['是否违约', "CASE WHEN defaulted THEN '是' ELSE '否' END"],
];

/** One exact repeat in 200 clients, one repeat with another phone number in 400. */
const exactRepeatEvery = 200;
const otherPhoneEvery = 400;

/**
 * Lines that are no rows, put after that many lines of the file: too few fields, an unquoted comma, a line cut off. Their
 * client numbers belong to nobody.
 */
export const malformedLines: ReadonlyMap<number, string> = new Map([
  [100, '99999991,913205000YY000000,苏州错行示例有限公司,示例,15400000001'],
  [
    776,
    '99999992,913301000YY000000,杭州逗号,示例有限公司,示例,15400000002,制造业,杭州,杭州高新支行,35,2015-06-01,2018-03-05,' +
      '300.00,120.00,55.0,0,A,柜台,税务贷,无,短信,0007,否',
  ],
  [1499, '99999993,913301000YY000000,宁波断行示例有限'],
]);

/** Adds names, numbers and codes: everything that says who a client is. All of it is invented. */
export function createIdentified(random: Random): Sql {
  const row = raw('i');
  const uniform = (name: string) => random.uniform(`identity.${name}`, row);
  const drawn = ['trade', 'word1', 'word2', 'form', 'surname', 'given1', 'given2', 'branch', 'notice', 'manager'];
  const blank = ['no_staff', 'no_leverage', 'no_grade', 'no_phone'];
  return sql`
    CREATE TABLE identified AS
    SELECT * EXCLUDE (code16), code17 || ${creditCheck(raw('code17'))} AS credit_code
    FROM (
      SELECT *, code16 || ${organisationCheck(raw('substr(code16, 9)'))} AS code17
      FROM (
        SELECT *,
          ${clientNumber(row)} AS client_no,
          '91' || ${lookUp(raw('city'), words.cityCodes)} || ${organisationBody(row)} AS code16,
          city || ${element(raw('u_word1'), words.wordsFirst)} || ${element(raw('u_word2'), words.wordsSecond)}
            || ${trade()} || ${pick(raw('u_form'), words.companyForms)} AS company,
          ${element(raw('u_surname'), words.surnames)} || ${element(raw('u_given1'), words.givenNames)}
            || CASE WHEN u_given2 < 0.3 THEN '' ELSE ${element(raw('(u_given2 - 0.3) / 0.7'), words.givenNames)} END AS contact,
          CASE WHEN u_no_phone >= 0.02 THEN ${phone(uniform('phone'))} END AS phone,
          city || ${element(raw('u_branch'), words.branches)} AS branch,
          ${pick(raw('u_notice'), words.notices)} AS notice,
          lpad((1 + floor(u_manager * 120)::INTEGER)::VARCHAR, 4, '0') AS manager
        FROM (
          SELECT *, ${join(
            [...drawn, ...blank].map((name) => sql`${uniform(name)} AS ${raw(`u_${name}`)}`),
            ', ',
          )}
          FROM trait
        )
      )
    )
    ORDER BY i`;
}

/** Number of a client: eight digits with leading zeros and gaps, from 00001003. Lower ones belong to closed accounts. */
export function clientNumber(row: Sql): Sql {
  return sql`lpad((1000 + 3 * ${row})::VARCHAR, 8, '0')`;
}

/** The rows of the file: clients by number, repeats with another phone right behind, exact repeats at the end. */
export function clientListQuery(random: Random): Sql {
  const shown = join(
    columns.map(([header, value]) => sql`${raw(value)} AS ${raw(`"${header}"`)}`),
    ', ',
  );
  const otherPhone = phone(random.uniform('identity.otherPhone', raw('i')));
  return sql`
    SELECT ${shown}
    FROM (
      SELECT *, 0 AS part, 0 AS copy FROM identified
      UNION ALL
      SELECT * REPLACE (${otherPhone} AS phone), 0, 1 FROM identified WHERE i % ${number(otherPhoneEvery)} = 137
      UNION ALL
      SELECT *, 1, 0 FROM identified WHERE i % ${number(exactRepeatEvery)} = 58
    )
    ORDER BY part, i, copy`;
}

/** A mobile number of the 154 range, to our knowledge never given out. */
function phone(draw: Sql): Sql {
  return sql`'154' || lpad(floor(${draw} * 100000000)::BIGINT::VARCHAR, 8, '0')`;
}

function trade(): Sql {
  const cases = Object.entries(words.trades).map(
    ([industry, trades]) => sql`WHEN ${literal(industry)} THEN ${element(raw('u_trade'), trades)}`,
  );
  return sql`CASE industry ${join(cases, ' ')} END`;
}
