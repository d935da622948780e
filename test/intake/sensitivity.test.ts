import { describe, expect, test } from 'vitest';
import { suggestSensitivity } from '#engine/intake/sensitivity.ts';
import type { FieldType } from '#shared/intake/index.ts';
import type { Sensitivity } from '#shared/privacy/sensitivity.ts';

const cases: readonly [name: string, type: FieldType, values: string[], expected: Sensitivity][] = [
  // 11010519491231002X is the example of GB 11643; the credit code is Huawei's published one.
  ['x', 'text', ['11010519491231002X'], 'idNumber'],
  ['x', 'text', ['110105194912310021'], 'internal'],
  ['x', 'text', ['914403001922038216'], 'creditCode'],
  ['x', 'text', ['13812345678', '15900001111'], 'phone'],
  ['x', 'text', ['a@b.cn', 'c.d@e.com'], 'email'],
  ['x', 'text', ['4111111111111111', '6222020200112233', '5500005555555559'], 'internal'],
  ['x', 'text', ['4111111111111111', '5500005555555559'], 'card'],
  ['姓名', 'text', ['张三'], 'name'],
  ['联系人', 'text', [], 'name'],
  ['customer_name', 'text', ['Ann Lee'], 'name'],
  ['customerName', 'text', ['Ann Lee'], 'name'],
  ['客户名称', 'text', ['北京某某科技有限公司', '上海某某集团'], 'company'],
  ['企业名称', 'text', ['甲'], 'company'],
  ['filename', 'text', ['a.txt'], 'internal'],
  ['手机号', 'text', ['138-xxxx'], 'phone'],
  ['手机号', 'text', ['***'], 'phone'],
  ['telephone', 'text', ['yes, registered under the customers name', 'none'], 'internal'],
  ['telephone', 'text', [], 'phone'],
  ['家庭住址', 'text', ['北京市海淀区'], 'address'],
  ['出生日期', 'date', ['1990-03-07'], 'birthDate'],
  ['余额', 'number', ['1.5'], 'amount'],
  ['贷款金额(万元)', 'number', ['1.5'], 'amount'],
  ['balance', 'integer', ['2143'], 'amount'],
  ['balance', 'text', ['high'], 'internal'],
  ['账号', 'text', ['62001'], 'account'],
  ['password', 'text', ['s3cretpw'], 'secret'],
  ['PIN', 'text', ['1234'], 'secret'],
  ['CVV2', 'integer', ['123'], 'secret'],
  ['pin', 'text', ['red pin of the map'], 'internal'],
  ['shipping', 'text', ['1234'], 'internal'],
  ['pdays', 'integer', ['-1', '92'], 'internal'],
  ['开户网点', 'text', ['北京分行'], 'internal'],
];

describe('sensitivity', () => {
  test.for(cases)('%s (%s) of %j is %s', ([name, type, values, expected]) => {
    expect(suggestSensitivity(name, type, values)).toBe(expected);
  });

  test('entry is never perfect', () => {
    expect(suggestSensitivity('x', 'text', ['13812345678', '15900001111', '13900001111', 'none', null])).toBe('phone');
    expect(suggestSensitivity('x', 'text', ['13812345678', 'none', 'n/a'])).toBe('internal');
  });
});
