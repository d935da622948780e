import { match } from 'pinyin-pro';
import { describe, expect, it } from 'vitest';
import { type Candidate, type PinyinMatch, search } from '../../renderer/app/commands/palette/search.ts';
import { matchesShortcut, shortcutLabel, toAccelerator } from '../../renderer/app/commands/shortcuts.ts';

const pinyin: PinyinMatch = (text, letters, together) =>
  match(text, letters, { precision: 'start', continuous: together, v: true }) !== null;
const candidate = (title: string, other = '', recency?: number): Candidate<string> => ({
  item: title,
  title,
  also: [other],
  recency,
});
const titles = (query: string, candidates: readonly Candidate<string>[], how: PinyinMatch | null = pinyin) =>
  search(query, candidates, how).map(({ item }) => item);

const all = [
  candidate('新建客群', 'New segment'),
  candidate('前往客户', 'Go to Clients'),
  candidate('前往客群', 'Go to Segments'),
  candidate('打开客群：制造业手机银行客户', 'Open segment: 制造业手机银行客户'),
  candidate('打开报告：重庆 2026 (v1.0)', 'Open report: 重庆 2026 (v1.0)'),
  candidate('撤销', 'Undo'),
];

describe('the search of the palette', () => {
  it.each([
    ['zhizaoye', '打开客群：制造业手机银行客户'],
    ['zzy', '打开客群：制造业手机银行客户'],
    ['yinhang', '打开客群：制造业手机银行客户'],
    ['chongq', '打开报告：重庆 2026 (v1.0)'],
    ['cq', '打开报告：重庆 2026 (v1.0)'],
    ['xjkq', '新建客群'],
    ['undo', '撤销'],
    ['cx', '撤销'],
    ['手机 客群', '打开客群：制造业手机银行客户'],
    ['银行', '打开客群：制造业手机银行客户'],
    ['(v1', '打开报告：重庆 2026 (v1.0)'],
  ])('finds by “%s” first %s', (query, first) => {
    expect(titles(query, all)[0]).toBe(first);
  });

  it('finds by initials only what has them, and nothing by what nothing has', () => {
    expect(titles('kq', all)).toEqual(['新建客群', '前往客群', '打开客群：制造业手机银行客户']);
    expect(titles('qqq', all)).toEqual([]);
    expect(titles('(((', all)).toEqual([]);
    expect(titles('zhizaoye', all, null)).toEqual([]);
  });

  it('asks for every word', () => {
    expect(titles('segment new', all)).toEqual(['新建客群']);
  });

  it('takes all for an empty query, what was used lately first and last used before others', () => {
    const used = [candidate('a'), candidate('b', '', 1), candidate('c'), candidate('d', '', 0)];
    expect(titles('  ', used)).toEqual(['d', 'b', 'a', 'c']);
  });

  it('prefers a whole name to its beginning, that to the beginning of a word, and all of these to pinyin', () => {
    const of = (title: string, name: string, recency?: number) => ({ ...candidate(title, '', recency), name });
    const five = [
      of('打开客群：老客户', '老客户', 0),
      of('打开数据集：客户清单', '客户清单'),
      of('前往客户', '客户'),
      of('打开客群：客户群', '客户群', 1),
      of('打开报告：A 客户', 'A 客户'),
    ];
    expect(titles('客户', five)).toEqual([
      '前往客户',
      '打开客群：客户群',
      '打开数据集：客户清单',
      '打开报告：A 客户',
      '打开客群：老客户',
    ]);
    expect(titles('kehu', [of('打开客群：老客户', '老客户'), of('kehu x', 'kehu x')])[0]).toBe('kehu x');
  });

  it('prefers a beginning to a middle, and letters to pinyin', () => {
    const three = [candidate('x roi'), candidate('roi x'), candidate('柔软'), candidate('xroi')];
    expect(titles('roi', three)).toEqual(['roi x', 'x roi', 'xroi']);
    expect(titles('ro', [candidate('柔'), candidate('a rock')])).toEqual(['a rock', '柔']);
  });
});

describe('shortcuts', () => {
  const press = (key: string, held: Partial<KeyboardEvent> = {}) => ({
    ...{ key, ctrlKey: false, metaKey: false, shiftKey: false, altKey: false, isComposing: false },
    ...held,
  });

  it('are met exactly, with Ctrl here and with Cmd on a Mac', () => {
    expect(matchesShortcut(press('z', { ctrlKey: true }), 'Mod+Z', false)).toBe(true);
    expect(matchesShortcut(press('z', { metaKey: true }), 'Mod+Z', true)).toBe(true);
    expect(matchesShortcut(press('z', { ctrlKey: true }), 'Mod+Z', true)).toBe(false);
    expect(matchesShortcut(press('Z', { ctrlKey: true, shiftKey: true }), 'Mod+Z', false)).toBe(false);
    expect(matchesShortcut(press('Z', { ctrlKey: true, shiftKey: true }), 'Mod+Shift+Z', false)).toBe(true);
    expect(matchesShortcut(press('F2'), 'F2', false)).toBe(true);
    expect(matchesShortcut(press('1', { ctrlKey: true }), 'Mod+1', false)).toBe(true);
  });

  it('are left alone while Chinese is being composed, and with Alt', () => {
    expect(matchesShortcut(press('z', { ctrlKey: true, isComposing: true }), 'Mod+Z', false)).toBe(false);
    expect(matchesShortcut(press('z', { ctrlKey: true, altKey: true }), 'Mod+Z', false)).toBe(false);
  });

  it('are written for people and for Electron', () => {
    expect(shortcutLabel('Mod+Shift+Z', false)).toBe('Ctrl+Shift+Z');
    expect(shortcutLabel('Mod+Shift+Z', true)).toBe('⇧⌘Z');
    expect(toAccelerator('Mod+1')).toBe('CmdOrCtrl+1');
  });
});
