import { rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { inspect, load } from '#engine/intake/index.ts';
import { closeWorkspace, openWorkspace } from '#engine/workspace/index.ts';
import { zipOf } from '#test/support/zip.ts';

process.env.UV_THREADPOOL_SIZE = '12';
const [what, file = '', folder = ''] = process.argv.slice(2);
const rows = 500_000;
const columns = 20;

if (what === 'make') await make();
else await measure();

/** Ten columns of numbers, two of dates, eight of shared texts, three of those of as many texts as there are rows. */
async function make(): Promise<void> {
  const strings: string[] = [];
  const places = new Map<string, number>();
  const shared = (text: string) => {
    const known = places.get(text);
    if (known !== undefined) return known;
    places.set(text, strings.length);
    return strings.push(`<si><t>${text}</t></si>`) - 1;
  };
  const letters = Array.from({ length: columns }, (_, i) => String.fromCharCode(65 + i));
  const line = (row: number, cells: readonly string[]) => `<row r="${row}">${cells.join('')}</row>`;
  const text = (place: string, value: string) => `<c r="${place}" t="s"><v>${shared(value)}</v></c>`;
  const body: Buffer[] = [
    Buffer.from(
      line(
        1,
        letters.map((letter, i) => text(`${letter}1`, `列${i + 1}`)),
      ),
    ),
  ];
  let some: string[] = [];
  for (let row = 2; row <= rows + 1; row++) {
    const cells = letters.map((letter, i) => {
      const place = `${letter}${row}`;
      if (i < 3) return text(place, `${['客户', 'K00', '合同-2024-'][i]}${row}${i}`);
      if (i < 8) return text(place, `机构${(row * (i + 3)) % (10 * i)}号支行`);
      if (i < 10) return `<c r="${place}" s="1"><v>${45000 + ((row * i) % 700)}</v></c>`;
      return `<c r="${place}"><v>${i < 14 ? (row * i) % 100000 : ((row * i) % 10000000) / 100}</v></c>`;
    });
    some.push(line(row, cells));
    if (some.length < 10_000 && row <= rows) continue;
    body.push(Buffer.from(some.join('')));
    some = [];
  }
  const head = '<?xml version="1.0" encoding="UTF-8"?>';
  const main = 'http://schemas.openxmlformats.org/spreadsheetml/2006/main';
  const office = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships';
  const relations = (list: string) =>
    `${head}<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships">${list}</Relationships>`;
  const content = zipOf({
    '_rels/.rels': relations(`<Relationship Id="r1" Type="${office}/officeDocument" Target="xl/workbook.xml"/>`),
    'xl/workbook.xml': `${head}<workbook xmlns="${main}" xmlns:r="${office}"><sheets><sheet name="明细" sheetId="1" r:id="r1"/></sheets></workbook>`,
    'xl/_rels/workbook.xml.rels': relations(
      `<Relationship Id="r1" Type="${office}/worksheet" Target="worksheets/sheet1.xml"/><Relationship Id="r2" Type="${office}/styles" Target="styles.xml"/><Relationship Id="r3" Type="${office}/sharedStrings" Target="sharedStrings.xml"/>`,
    ),
    'xl/styles.xml': `${head}<styleSheet xmlns="${main}"><cellXfs><xf numFmtId="0"/><xf numFmtId="14"/></cellXfs></styleSheet>`,
    'xl/worksheets/sheet1.xml': Buffer.concat([
      Buffer.from(`${head}<worksheet xmlns="${main}"><sheetData>`),
      ...body,
      Buffer.from('</sheetData></worksheet>'),
    ]),
    'xl/sharedStrings.xml': `${head}<sst xmlns="${main}">${strings.join('')}</sst>`,
  });
  await writeFile(file, content);
  process.stdout.write('{}\n');
}

async function measure(): Promise<void> {
  const target = join(folder, `run-${what}`);
  const workspace = await openWorkspace({ path: target, create: true });
  const started = performance.now();
  if (what === 'preview') await inspect(workspace, file, {}, {});
  else {
    const dataset = await load(workspace, file, 'large', {}, {});
    if (dataset.rows !== rows || dataset.fields.length !== columns) throw new Error(JSON.stringify(dataset));
  }
  const milliseconds = performance.now() - started;
  await closeWorkspace(workspace);
  await rm(target, { recursive: true, force: true });
  process.stdout.write(`${JSON.stringify({ milliseconds, megabytes: process.resourceUsage().maxRSS / 1024 })}\n`);
}
