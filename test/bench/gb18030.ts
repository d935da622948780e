import { createReadStream, createWriteStream } from 'node:fs';
import { mkdtemp, rm, stat } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { pipeline } from 'node:stream/promises';
import iconv from 'iconv-lite';
import { load } from '#engine/intake/index.ts';
import { literal, sql } from '#engine/warehouse/index.ts';
import { closeWorkspace, openWorkspace } from '#engine/workspace/index.ts';
import type { Figure } from './figures.ts';
import { inPairs } from './inPairs.ts';

const pairs = 3;

/** A million rows with much Chinese in them, in both encodings. */
const rows = sql`
  SELECT '0' || (10000000 + i)::VARCHAR AS 编号, ['张', '王', '李', '赵'][1 + (hash(i) % 4)::INTEGER] || '某' || (i % 997) AS 名称,
    DATE '2024-11-01' + (hash(i + 1) % 730)::INTEGER AS 日期, round((hash(i + 2) % 10000000) / 100.0, 2) AS 金额,
    ['手机银行', '网上银行', '营业网点柜台', '客户经理上门'][1 + (hash(i + 3) % 4)::INTEGER] AS 渠道,
    '上海市浦东新区' || (hash(i + 4) % 9973) || '号支行' AS 机构, hash(i + 5) % 97 AS 产品
  FROM range(1000000) r(i)`;

/** Import of a text in GB18030 against the same text in UTF-8. */
export async function gb18030(): Promise<Figure[]> {
  const folder = await mkdtemp(join(tmpdir(), 'clientscope-bench-'));
  const workspace = await openWorkspace({ path: join(folder, 'w'), create: true });
  try {
    const made = join(workspace.warehouse.files, 'made.csv');
    await workspace.warehouse.run(sql`COPY (${rows}) TO ${literal(made)} (HEADER, DELIMITER ',')`);
    const [utf8, gb] = [join(folder, 'utf8.csv'), join(folder, 'gb.csv')];
    await pipeline(createReadStream(made), createWriteStream(utf8));
    await pipeline(
      createReadStream(made),
      iconv.decodeStream('utf-8'),
      iconv.encodeStream('gb18030'),
      createWriteStream(gb),
    );
    const megabytes = Math.round((await stat(utf8)).size / 1e6);
    const read = async (file: string, name: string) => {
      const { rows: loaded, quarantined, options } = await load(workspace, file, name, {}, {});
      return { loaded, quarantined, encoding: options.encoding };
    };
    const figure = await inPairs(
      { name: `import of a million rows in GB18030 (${megabytes} MB as UTF-8)`, baselineName: 'in UTF-8', goal: 2 },
      pairs,
      (pair) => read(utf8, `utf8 ${pair}`),
      (pair) => read(gb, `gb ${pair}`),
      (baseline, ours) => {
        if (ours.encoding !== 'gb18030' || ours.loaded !== baseline.loaded || ours.quarantined > 0)
          throw new Error(`not the same: ${JSON.stringify({ baseline, ours })}`);
      },
    );
    return [figure];
  } finally {
    await closeWorkspace(workspace);
    await rm(folder, { recursive: true, force: true });
  }
}
