import { describe, expect, it } from 'vitest';
import { withoutFonts } from '#engine/reports/index.ts';
import { datasetSchema } from '#shared/intake/index.ts';
import { headingAnchors, withPageNumbers } from '#shared/reports/index.ts';
import { reportDocument } from '../../main/engine/reports/document.ts';
import { contentHash } from '../../main/engine/reports/hash.ts';
import { facts, provenance, segment } from './support.ts';

const documentOf = (...args: Parameters<typeof facts>) => reportDocument(facts(...args), 'f'.repeat(64)).text;
const textOf = (document: string) => document.replace(/<style>[\s\S]*?<\/style>/g, '').replace(/<[^>]+>/g, '');

describe('the report', () => {
  it('says its message in the heading, with base and interval', () => {
    const text = textOf(documentOf([segment('已认购', 5289, 45211)]));
    expect(text).toContain('“已认购”有 5,289 户，占全部客户的 11.7%，其余客户是它的 7.5 倍');
    expect(text).toContain('占比的 95% 区间为 11.4%–12.0%（Wilson），基数为全部客户 45,211 户。');
  });

  it('says it in English, and the other way round for a majority', () => {
    const text = textOf(documentOf([segment('Most', 40000, 45211)], { language: 'en' }));
    expect(text).toContain('“Most” has 40,000 clients, 88.5% of all: 7.7 times as many as the rest');
  });

  it.each([
    [0, 100, '100 户客户中没有一户符合“x”'],
    [100, 100, '全部 100 户客户都符合“x”'],
    [0, 0, '客户清单中没有客户'],
  ])('has a sentence for %i of %i', (clients, base, sentence) => {
    const text = textOf(documentOf([segment('x', clients, base)]));
    expect(text).toContain(sentence);
    expect(text).not.toMatch(/NaN|Infinity|undefined|null/);
  });

  it.each([9, 7, 4312, 4314])('hides a group under 10 and its complement: %i of 4,321', (clients) => {
    const page = documentOf([segment('x', clients, 4321)]);
    expect(textOf(page)).toContain('少于 10 户，人数不予显示');
    for (const count of [clients, 4321 - clients].filter((each) => each > 9)) {
      expect(page).not.toContain(count.toLocaleString('en'));
    }
    expect(page).not.toMatch(/>[79]<|0\.2%|99\.8%|<svg/);
  });

  it('says so where rounded shares do not add up', () => {
    expect(textOf(documentOf([segment('x', 413, 2000)]))).toContain('因四舍五入，占比合计不等于 100.0%');
    expect(textOf(documentOf([segment('x', 500, 2000)]))).not.toContain('占比合计不等于');
  });

  it('shows a group of 10', () => {
    expect(textOf(documentOf([segment('x', 10, 100)]))).toContain('有 10 户');
  });

  it('carries data as of, scope, n, confidentiality, version and hash in its running foot', () => {
    const foot =
      /<div class="running foot"[\s\S]*?<\/div>\n<\/div>/.exec(documentOf([segment('x', 50, 100)]))?.[0] ?? '';
    for (const part of ['2026-10-31', '全部客户', 'n = 100', '内部', 'v3', 'ffffffff']) expect(foot).toContain(part);
  });

  it('numbers figures and tables through, the caption above each', () => {
    const page = documentOf([segment('a', 50, 100), segment('b', 9, 100), segment('c', 60, 100)]);
    const captions = [...page.matchAll(/<(?:figcaption|caption)>(.*?)　/g)].map(([, caption]) => caption);
    // What is hidden has none, and leaves no gap.
    expect(captions).toEqual(['图 1', '表 1', '图 2', '表 2']);
    expect(page.match(/<figure><figcaption>/g)).toHaveLength(2);
  });

  it('links each result and each section of the appendix in its contents', () => {
    const page = documentOf([segment('a', 50, 100), segment('b', 60, 100)]);
    const anchors = headingAnchors(page).filter((anchor) => anchor !== null);
    const listed = [...page.matchAll(/<li><a href="#([\w-]+)">/g)].map(([, anchor]) => anchor);
    expect(anchors).toHaveLength(8);
    expect(listed).toEqual(anchors);
    expect(textOf(page)).toMatch(/目录\s*结果1a3\s*2b4\s*附录A输入文件5/);
    expect(documentOf([segment('a', 50, 100)])).not.toContain('class="contents"');
  });

  it('takes the page numbers that were found, and none where none was', () => {
    const page = documentOf([segment('a', 50, 100), segment('b', 60, 100)]);
    const numbered = withPageNumbers(page, new Map([['result-1', 17]]));
    expect(textOf(numbered)).toMatch(/目录\s*结果1a17\s*2b\s*附录A输入文件\s*B/);
    expect(withPageNumbers(numbered, new Map())).not.toMatch(/data-of="[^"]*">\d/);
  });

  it('asks for nothing but its fonts, and without them for nothing at all', () => {
    const page = documentOf([segment('x', 50, 100)]);
    expect(page).not.toMatch(/<script|javascript:|https?:|@import|<img|<iframe|<link/i);
    expect([...page.matchAll(/url\("([^"]+)"\)/g)].map(([, url]) => url)).toEqual([
      'fonts/NotoSansSC_400Regular.ttf',
      'fonts/NotoSansSC_500Medium.ttf',
      'fonts/NotoSansSC_700Bold.ttf',
    ]);
    expect(withoutFonts(page)).not.toMatch(/url\(|@font-face/);
  });

  it('prints each clause of a statement on a line, each statement with its own parameters, and leaves full-width brackets', () => {
    const sql = 'SELECT "金额（元）" FROM t WHERE x = $1;\nSELECT $1';
    const page = documentOf([{ ...segment('x', 50, 100), provenance: { ...provenance, sql, parameters: [1, 2] } }]);
    const printed = page.replaceAll('<span class="line in0">', '');
    expect(printed).toContain(
      'SELECT &quot;<span class="wide">金额（元）</span>&quot;</span>FROM t</span>WHERE x = $1</span></p>',
    );
    expect(printed.match(/\$1\u00A0=\u00A0\d/g)).toEqual(['$1\u00A0=\u00A01', '$1\u00A0=\u00A02']);
  });

  it('has no style attributes: the preview stands in the window, whose policy refuses them', () => {
    const deep = `SELECT 1 FROM (SELECT ${'a'.repeat(130)} FROM (SELECT ${'b'.repeat(130)} FROM t))`;
    const page = documentOf([{ ...segment('x', 50, 100), provenance: { ...provenance, sql: deep, parameters: [] } }]);
    expect(page).toContain('class="line in2"');
    expect(page).not.toMatch(/<[^>]* style=/);
  });

  it('stays whole whatever things are called', () => {
    const hostile = `"; DROP TABLE x; --</h2></style><script>alert('客')</script>😀\n\u202E${'长'.repeat(300)}`;
    const base = facts([segment(hostile, 50, 100)], { title: hostile });
    const page = reportDocument(
      {
        ...base,
        pages: base.pages.map((each) => ({
          ...each,
          provenance: { ...provenance, sql: hostile, parameters: [hostile] },
        })),
      },
      'f'.repeat(64),
    ).text;
    expect(page).not.toContain('<script');
    expect(page).not.toContain('\u202E');
    const count = (tag: string) => page.split(tag).length;
    for (const tag of ['h1', 'h2', 'section', 'table', 'div', 'span', 'style']) {
      expect([tag, count(`<${tag}`)]).toEqual([tag, count(`</${tag}>`)]);
    }
  });
});

describe('the content hash', () => {
  const first = facts([segment('x', 50, 100)]);

  it('does not depend on time, version or engine', () => {
    const later = facts([{ ...segment('x', 50, 100), provenance: { ...provenance, milliseconds: 99, sql: 'other' } }]);
    expect(contentHash({ ...later, version: 9, engine: { clientscope: '9', duckdb: '9' } })).toBe(contentHash(first));
  });

  it('changes with a result, a definition or an input', () => {
    const dataset = datasetSchema.parse({
      ...{ id: 'a', name: 'd', version: 1, file: 'd.csv', bytes: 1, sha256: 'a', format: 'delimited', options: {} },
      ...{ rows: 1, quarantined: 0, loadedAt: '2026-10-31T00:00:00.000Z', fields: [] },
    });
    const others = [
      facts([segment('x', 51, 100)]),
      facts([segment('x', 50, 100)], { title: 'Other' }),
      { ...first, datasets: [dataset] },
    ];
    expect(new Set([first, ...others].map(contentHash)).size).toBe(4);
  });
});
