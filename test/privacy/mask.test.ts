import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { type Cell, mask } from '#shared/privacy/mask.ts';
import { saysNothing } from '#shared/privacy/nothing.ts';
import { maskConstant, maskParameters } from '#shared/privacy/parameters.ts';
import { type Sensitivity, sensitivities } from '#shared/privacy/sensitivity.ts';

const cases: readonly (readonly [Cell, Sensitivity, Cell])[] = [
  ['王小明', 'name', '王**'],
  ['欧阳娜娜', 'name', '欧阳**'],
  ['诸葛亮', 'name', '诸葛*'],
  ['欧阳', 'name', '欧*'],
  ['王', 'name', '*'],
  ['无', 'name', '无'],
  [' 未知 ', 'phone', ' 未知 '],
  ['N/A', 'creditCode', 'N/A'],
  ['-', 'address', '-'],
  ['Null', 'name', 'N***'],
  ['无', 'secret', '****'],
  ['无', 'personal', '****'],
  ['𠮷野家', 'name', '𠮷**'],
  ['11010519491231002X', 'idNumber', '1****************X'],
  ['1234567', 'idNumber', '*******'],
  ['91350100M000100Y43', 'creditCode', '91350100********43'],
  ['9135', 'creditCode', '****'],
  ['13812345678', 'phone', '138****5678'],
  [13812345678, 'phone', '138****5678'],
  ['+86 138-1234-5678', 'phone', '138****5678'],
  ['12345', 'phone', '*****'],
  ['6222 0212 3456 7890', 'card', '****7890'],
  ['123', 'card', '***'],
  ['0012345678901', 'account', '****8901'],
  ['上海市浦东新区世纪大道100号', 'address', '上海市浦东新区****'],
  ['江苏省苏州市昆山市花桥镇绿地大道1号', 'address', '江苏省苏州市昆山市****'],
  ['内蒙古自治区锡林郭勒盟多伦县中街3号', 'address', '内蒙古自治区锡林郭勒盟多伦县****'],
  ['北京市朝阳小区5号', 'address', '北京市****'],
  ['世纪大道100号', 'address', '****'],
  ['上海市浦东新区', 'address', '*******'],
  ['zhang@example.com', 'email', 'z***@example.com'],
  ['z@example.com', 'email', '****@example.com'],
  ['no address', 'email', '**********'],
  ['1985-03-07', 'birthDate', '1985'],
  ['19850307', 'birthDate', '1985'],
  ['someday', 'birthDate', '*******'],
  ['7391', 'secret', '****'],
  ['华东机械有限公司', 'company', '华东机械有限公司'],
  [1200.5, 'amount', 1200.5],
  [0, 'internal', 0],
  [false, 'internal', false],
];

describe('mask', () => {
  it.each(cases)('%j as %s shows %j', (value, sensitivity, shown) => {
    expect(mask(value, sensitivity)).toBe(shown);
  });

  it('leaves what is empty empty', () => {
    for (const sensitivity of sensitivities) {
      expect(mask(null, sensitivity)).toBeNull();
      expect(mask('', sensitivity)).toBe('');
    }
  });

  it("hides a person's amount in an export, zero too", () => {
    expect(mask(1200.5, 'amount', 'export')).toBe('****');
    expect(mask(0, 'amount', 'export')).toBe('****');
  });

  it('has a mask for every text, blanks included', () => {
    for (const sensitivity of sensitivities) {
      for (const blank of [' ', '\t', '\u3000', '\u00a0'])
        expect(mask(blank, sensitivity)).toBe(['secret', 'personal'].includes(sensitivity) ? '****' : blank);
      fc.assert(fc.property(fc.string({ unit: 'binary' }), (value) => typeof mask(value, sensitivity) === 'string'));
    }
  });

  it('never returns a value of an identity class as it was', () => {
    const hidden = sensitivities.filter((each) => !['company', 'amount', 'internal'].includes(each));
    fc.assert(
      fc.property(fc.constantFrom(...hidden), fc.string({ minLength: 1, unit: 'grapheme' }), (sensitivity, value) => {
        // What has stars may have been masked by whoever exported it: 王* stays what it is. A dash is no value.
        fc.pre(
          /\S/.test(value) &&
            !saysNothing(value.trim()) &&
            !value.includes('*') &&
            !(sensitivity === 'birthDate' && /^\s*\d{4}\s*$/.test(value)),
        );
        return mask(value, sensitivity) !== value;
      }),
      { numRuns: 2000 },
    );
  });
});

describe('maskParameters', () => {
  it('masks by the class of the field that a value is compared with', () => {
    const compared = [{ value: '王小明', sensitivity: 'name' as const }];
    expect(maskParameters(['王小明', 30, null, true], compared)).toEqual(['王**', 30, null, true]);
  });

  it('masks what is an identifier by content, whatever it is compared with', () => {
    const values = ['11010519491231002X', '13812345678', '4111111111111111', '91350100M000100Y43', 13812345678];
    const shown = ['1****************X', '138****5678', '****1111', '91350100********43', '138****5678'];
    expect(maskParameters(values)).toEqual(shown);
  });

  it('masks a value inside wildcards and in another case', () => {
    const shown = maskParameters(['%zhang@example.com%'], [{ value: 'Zhang@Example.com', sensitivity: 'email' }]);
    expect(JSON.stringify(shown)).not.toContain('zhang@');
  });

  it('lets the class that hides win', () => {
    const compared = [
      { value: '张三', sensitivity: 'name' as const },
      { value: '张三', sensitivity: 'internal' as const },
    ];
    expect(maskParameters(['张三'], compared)).toEqual(['张*']);
    expect(maskParameters(['张三'], compared.toReversed())).toEqual(['张*']);
  });

  it('leaves ordinary constants alone', () => {
    expect(maskParameters(['yes', '2026-10-31', '12345', 0, 12n ** 20n])).toEqual([
      'yes',
      '2026-10-31',
      '12345',
      0,
      String(12n ** 20n),
    ]);
    expect(maskConstant('yes', 'internal')).toBe('yes');
  });
});
