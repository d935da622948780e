import { describe, expect, it } from 'vitest';
import { maskJsonLine } from '#shared/privacy/json.ts';
import { maskRecord } from '#shared/privacy/record.ts';
import { needsReason, type Sensitivity, sensitivities } from '#shared/privacy/sensitivity.ts';
import { maskText } from '#shared/privacy/text.ts';
import { widest } from '#shared/privacy/widest.ts';

describe('maskText', () => {
  it.each([
    ['客户手机13812345678，已换', '客户手机138****5678，已换'],
    ['tel:138 1234 5678.', 'tel:138****5678.'],
    ['13812345678-13912345678', '138****5678-139****5678'],
    ['身份证11010519491231002X', '身份证1****************X'],
    ['ID11010519491231002x', 'ID1****************x'],
    ['卡 4111-1111-1111-1111 和 4111 1111 1111 1111', '卡 ****1111 和 ****1111'],
    ['税号91350100M000100Y43。', '税号91350100********43。'],
    ['写信到 zhang@example.com', '写信到 z***@example.com'],
    ['2024-11-01 15:55:00,00003850,70.00', '2024-11-01 15:55:00,00003850,70.00'],
    ['Could not convert string "abc" to INT64', 'Could not convert string "abc" to INT64'],
  ])('%s becomes %s', (text, shown) => {
    expect(maskText(text)).toBe(shown);
  });
});

describe('a line that could not be read', () => {
  const csv = { delimiter: ',', quote: '"' };
  const classes: readonly Sensitivity[] = ['internal', 'name', 'phone', 'amount'];
  const line = (text: string) => maskRecord(text, csv, classes, maskText);

  it('is masked cell by cell, quotes and all', () => {
    expect(line('1,王小明,13812345678,12.5')).toBe('1,王**,138****5678,12.5');
    expect(line('1,"王小明","138-1234-5678",x')).toBe('1,"王**","138****5678",x');
  });

  it('with a cell too few or too many hides what may belong to an identity', () => {
    expect(line('1,王小明,12.5')).toBe('*,****,****');
    expect(line('王小明,13812345678,5')).not.toMatch(/王小明|13812345678/);
    expect(line('1,多余,王小明,13812345678,5')).not.toMatch(/王小明|13812345678/);
  });

  it('with a quote left open shows nothing of what the quote swallowed', () => {
    expect(line('1,"王小明,13812345678,5')).not.toMatch(/王小明|13812345678/);
  });

  it('of JSON is masked by the names of its fields, whole or broken', () => {
    const hidden = [['姓名', 'name'] as const, ['a"b.c', 'secret'] as const];
    expect(maskJsonLine('{"姓名": "王小明", "n": 1, "a\\"b.c":739', hidden)).toBe(
      '{"姓名": "王**", "n": 1, "a\\"b.c":"****"',
    );
    expect(maskJsonLine('{"姓名":"王小', hidden)).toBe('{"姓名":"王*"');
  });
});

describe('the widest view', () => {
  it.each<[string, Sensitivity, string]>([
    ['4111 1111 1111 1111', 'card', '411111******1111'],
    ['41111111', 'card', '****1111'],
    ['11010519491231002X', 'idNumber', '110105********002X'],
    ['E12345678', 'idNumber', 'E*******8'],
    ['0012345678901', 'account', '0012*****8901'],
    ['12345678', 'account', '****5678'],
    ['上海市浦东新区世纪大道100号', 'address', '上海市浦东新区世纪大道****'],
    ['江苏省苏州市昆山市花桥镇绿地大道1号', 'address', '江苏省苏州市昆山市花桥镇绿地大道****'],
    ['北京市朝阳小区5号', 'address', '北京市****'],
    ['13812345678', 'phone', '13812345678'],
    ['王小明', 'name', '王小明'],
    ['z@example.com', 'email', 'z@example.com'],
    ['91350100M000100Y43', 'creditCode', '91350100M000100Y43'],
    ['1985-03-07', 'birthDate', '1985-03-07'],
    ['739102', 'secret', '****'],
  ])('%s as %s is %s', (value, sensitivity, shown) => {
    expect(widest(value, sensitivity)).toBe(shown);
  });
});

describe('another class', () => {
  it('is free upwards and needs a reason downwards and sideways, but not between classes that hide nothing', () => {
    expect(needsReason('internal', 'name')).toBe(false);
    expect(needsReason('amount', 'birthDate')).toBe(false);
    expect(needsReason('name', 'internal')).toBe(true);
    expect(needsReason('idNumber', 'phone')).toBe(true);
    expect(needsReason('amount', 'company')).toBe(true);
    expect(needsReason('company', 'internal')).toBe(false);
    for (const each of sensitivities) {
      expect(needsReason(each, each)).toBe(false);
      if (each !== 'secret') expect(needsReason(each, 'secret')).toBe(false);
    }
  });
});
