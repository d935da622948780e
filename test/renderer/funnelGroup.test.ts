import { describe, expect, it } from 'vitest';
import type { FunnelGroup } from '#shared/funnels/index.ts';
import { groupOf } from '../../renderer/features/funnels/groupName.ts';

const group = (value: string | null, others = 0): FunnelGroup => ({ value, others, entries: [] });
const before = [group('柜台'), group('手机银行'), group(null)];
const desk = { field: '渠道', value: '柜台' };

describe('the group of a breakdown that was chosen', () => {
  it('is the same one after the groups have changed their order', () => {
    expect(groupOf(before, '渠道', desk)).toBe(before[0]);
    const after = before.toReversed();
    expect(groupOf(after, '渠道', desk)?.value).toBe('柜台');
  });

  it('is the empty one, and never what was put together', () => {
    expect(groupOf([group(null, 7), ...before], '渠道', { field: '渠道', value: null })).toBe(before[2]);
    expect(groupOf([group(null, 7)], '渠道', { field: '渠道', value: null })).toBeUndefined();
  });

  it('is none where it is gone, masked, or of another field', () => {
    expect(groupOf(before.slice(1), '渠道', desk)).toBeUndefined();
    expect(groupOf([{ ...group('柜台'), masked: true }], '渠道', desk)).toBeUndefined();
    expect(groupOf(before, '地区', desk)).toBeUndefined();
    expect(groupOf(before, null, desk)).toBeUndefined();
    expect(groupOf(before, '渠道', null)).toBeUndefined();
  });
});
