import { existsSync } from 'node:fs';
import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import iconv from 'iconv-lite';
import { describe, expect, it } from 'vitest';
import { linksOf, textsOf } from '#test/support/pdfTexts.ts';
import { clientscope, withFolder } from './support.ts';

const canShow = process.platform !== 'linux' || Boolean(process.env.DISPLAY) || existsSync('/usr/bin/xvfb-run');
const names = ['制造业手机银行客户画像', '贷款申请漏斗', '投放衰减', '预警未违约客户', '近90天无交易客户'];
const sections = [
  ['inputs', 'A.输入文件'],
  ['clients', 'B.客户口径与数据质量'],
  ['definitions', 'C.定义'],
  ['formulas', 'D.公式'],
  ['sql', 'E.查询语句'],
  ['reproduction', 'F.复现信息'],
] as const;
const sample = join(import.meta.dirname, '../../resources/sample');

describe.skipIf(!canShow)(`the sample's report${canShow ? '' : ' (skipped: no display and no xvfb-run)'}`, () => {
  it('has every kind of result under its sentence, and nobody in it', { timeout: 300_000 }, () =>
    withFolder(async (folder) => {
      const ended = await clientscope(
        ['run', join(sample, 'playbook.json'), '--data', join(sample, 'data'), '--out', 'out'],
        { cwd: folder },
      );
      expect(ended).toMatchObject({ code: 0, stderr: '' });
      const pdf = await readFile(join(folder, 'out', '组合月报.pdf'));
      const pages = await textsOf(pdf);
      const results = JSON.parse(await readFile(join(folder, 'out', 'results.json'), 'utf8'));
      const { hash } = results.definitions.at(-1).result;
      pages.forEach((page, i) => {
        expect(page).toContain(`${i + 1}/${pages.length}`);
        expect(page).toContain('数据截至2026-10-31');
        if (i > 0) expect(page).toContain(hash.slice(0, 8));
      });
      const at = (text: string) => pages.findIndex((page, i) => i > 1 && page.includes(text));
      const found = [
        '占59.9%，是全部客户（10.7%）的5.6倍',
        '只有44.2%，其余为90.4%，低46.2个百分点',
        'ROAS每2.99周减半，衰减最快',
        '“预警未违约客户”有413户',
        '“近90天无交易客户”有639户',
        'A.输入文件',
      ].map(at);
      expect(found).toEqual([...found].sort((a, b) => a - b));
      expect(found).not.toContain(-1);
      // One message a page: none runs over.
      expect(new Set(found).size).toBe((found.at(-1) ?? 0) - 1);
      expect(pages[1]).toContain('主要结论');

      // The contents name the pages on which things stand, and lead there.
      const places = [
        ...found.slice(0, -1).map((page, i) => [`result-${i + 1}`, page + 1] as const),
        ...sections.map(([anchor, title]) => [`appendix-${anchor}`, at(title) + 1] as const),
      ];
      const links = await linksOf(pdf);
      expect([...links].map(([anchor, { page }]) => [anchor, page]).sort()).toEqual(places.toSorted());
      for (const [anchor, title] of sections) expect(links.get(`appendix-${anchor}`)?.line).toBe(title);
      expect(links.get('result-4')?.line).toContain('“预警未违约客户”有413户');
      const numbers = places.map(([, page]) => page);
      expect(pages[1]).toContain(`结果${names.map((name, i) => `${i + 1}${name}${numbers[i]}`).join('')}附录`);
      expect(pages[1]).toContain(
        `附录${sections.map(([, title], i) => `${title.replace('.', '')}${numbers[names.length + i]}`).join('')}`,
      );
      expect(new Set(numbers.slice(names.length)).size).toBeGreaterThan(1);

      const text = pages.join('');
      for (const identity of await identities()) expect(text).not.toContain(identity);
      const raw = pdf.toString('latin1');
      expect(raw).toContain('/Outlines');
      expect(raw).not.toContain('/Type3');
      expect(raw).not.toMatch(/\/Subtype\s*\/Image/);
    }),
  );
});

/** Keys, credit codes, names of contacts and phone numbers of the whole client list. */
async function identities(): Promise<string[]> {
  const [header = '', ...lines] = iconv
    .decode(await readFile(join(sample, 'data', '客户清单.csv')), 'gb18030')
    .split('\r\n');
  const wanted = ['客户编号', '统一社会信用代码', '企业名称', '联系电话'].map((name) =>
    header.split(',').indexOf(name),
  );
  const cells = lines.flatMap((line) => wanted.map((at) => line.split(',')[at]?.trim() ?? ''));
  return [...new Set(cells)].filter((cell) => cell.length >= 6);
}
