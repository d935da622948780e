import { expect, describe as group, it } from 'vitest';
import { AppError } from '#shared/errors/index.ts';
import { describe, messageIds } from '#shared/errors/messages.ts';
import { fieldTypes } from '#shared/intake/index.ts';

group('a sentence', () => {
  it.each([
    ['segment', '找不到客群“x”。', 'There is no segment “x”.'],
    ['report', '找不到报告“x”。', 'There is no report “x”.'],
    ['clients', '找不到客户清单“x”。', 'There is no client list “x”.'],
  ])('names the kind %s in its own language', (kind, zh, en) => {
    const { messageId, params } = new AppError('notFound', 'definitionMissing', { kind, name: 'x' });
    expect(describe(messageId, params, 'zh')).toBe(zh);
    expect(describe(messageId, params, 'en')).toBe(en);
  });

  it.each(fieldTypes)('names the type %s in Chinese', (type) => {
    const text = describe('valueNotOfType', { value: '1', field: '2', type }, 'zh');
    expect(text).not.toMatch(/[a-z{}]/);
  });

  it.each(messageIds)('%s has the same marks in both languages', (id) => {
    // A reason that is a sentence itself is given twice: {reason} and {reasonZh}.
    const marks = (locale: 'zh' | 'en') =>
      [...describe(id, {}, locale).matchAll(/\{(\w+)\}/g)].map(([, mark = '']) => mark.replace(/Zh$/, ''));
    expect(new Set(marks('zh'))).toEqual(new Set(marks('en')));
  });

  it('leaves the words of the user alone', () => {
    expect(describe('definitionExists', { kind: 'segment', name: 'segment' }, 'zh')).toBe('已有名为“segment”的客群。');
    expect(describe('definitionMissing', { kind: 'constructor', name: 'x' }, 'en')).toBe(
      'There is no constructor “x”.',
    );
    expect(describe('definitionMissing', { kind: 'segment' }, 'en')).toBe('There is no segment “{name}”.');
  });
});
