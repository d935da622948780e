import { expect, it } from 'vitest';
import { tableOf } from '#engine/datasets/index.ts';
import { renderReport } from '#engine/reports/index.ts';
import { sql } from '#engine/warehouse/index.ts';
import type { Workspace } from '#engine/workspace/index.ts';
import { pageKinds, type ReportDefinition } from '#shared/reports/index.ts';
import { withWorkspace } from '#test/support/workspace.ts';
import { dataFolderOf, equals, resultOf, run } from '../playbooks/support.ts';
import { expectSound, textOf } from './sound.ts';

const languages = ['zh', 'en'] as const;
const hostile = [
  `'; DROP TABLE "x"; --`,
  '<script>alert(1)</script>',
  'two\nlines',
  '😀\u202Egnp',
  '长'.repeat(300),
  '</svg></td><b onclick="x">',
  '{{name}}',
];
const [quote = '', script = '', lines = '', emoji = '', long = '', markup = '', braces = ''] = hostile;

const clients = `客户 ${script}`;
const events = `事件 ${quote}`;
const client = { key: `号${quote}`, area: script, product: long, balance: `额${emoji}`, opened: lines };
const event = {
  ...{ key: `号${markup}`, stage: emoji, at: `日${lines}`, cost: `成本${quote}（万元）`, back: `收入${script}（元）` },
  ...{ period: `期${braces}`, campaign: long, branch: markup },
};
const stages = [`申请${script}`, `批准${lines}`, `放款${emoji}`];

type Rows = readonly (readonly string[])[];

const cell = (text: string) => `"${text.replaceAll('"', '""')}"`;
const csv = (header: object, rows: Rows) =>
  [Object.values(header) as string[], ...rows].map((row) => `${row.map(cell).join(',')}\n`).join('');
const plain = { header: true, delimiter: ',', quote: '"' };
const typed = (columns: Readonly<Record<string, string>>) => ({
  ...plain,
  columns: Object.entries(columns).map(([column, type]) => ({ column, type })),
});

/** A workspace with a client list and its events, and one definition of each kind over them, called by hostile names. */
async function prepare(
  workspace: Workspace,
  folder: string,
  rows: { clients: Rows; events: Rows },
  types: 'given' | 'found',
): Promise<void> {
  const data = await dataFolderOf(folder, {
    'clients.csv': csv(client, rows.clients),
    'events.csv': csv(event, rows.events),
  });
  const given = {
    clients: typed({ [client.key]: 'text', [client.balance]: 'number', [client.opened]: 'date' }),
    events: typed({
      ...{ [event.key]: 'text', [event.at]: 'date', [event.cost]: 'decimal', [event.back]: 'number' },
      ...{ [event.period]: 'integer' },
    }),
  };
  // Without types those of the events are what their values suggest, so that some are not what a page needs.
  const walk = {
    ...{ scope: { kind: 'all' }, table: events, time: event.at },
    steps: stages.map((name) => ({ name, all: [{ field: event.stage, test: { op: 'eq', value: name } }] })),
  };
  const spend = {
    ...{ table: events, cost: event.cost, return: event.back, scope: { kind: 'all' } },
    period: { kind: 'number', field: event.period },
  };
  const { results } = await run(workspace, data, {
    data: [
      { name: clients, file: 'clients.csv', options: given.clients },
      { name: events, file: 'events.csv', options: types === 'given' ? given.events : plain },
    ],
    clients: {
      ...{ table: clients, key: { kind: 'field', field: client.key } },
      facts: [{ table: events, field: event.key }],
    },
    segments: [equals(names.segment, clients, client.area, script)],
    portraits: [
      { name: names.portrait, scope: { kind: 'segment', segment: names.segment } },
      { name: 'against nobody', scope: { kind: 'all' }, baseline: { kind: 'complement' } },
    ],
    funnels: [
      { name: names.funnel, ...walk, breakdown: event.branch },
      { name: 'by loan', ...walk, entry: event.campaign, window: { size: 3, unit: 'day' } },
    ],
    roi: [
      { name: names.roi, ...spend, campaign: event.campaign },
      {
        name: 'whole',
        ...spend,
        decayOf: 'roi',
        period: { kind: 'date', field: event.at, unit: 'month', launch: null },
      },
    ],
  });
  for (const name of [clients, events]) resultOf(results, 'data', name);
}

const names = {
  segment: `群${script}`,
  portrait: `像${lines}${emoji}`,
  funnel: `斗${quote}`,
  roi: `投${markup}`,
} as const;

const pages: ReportDefinition['pages'] = [
  ...pageKinds.map((kind) => ({ kind, name: names[kind] })),
  { kind: 'portrait', name: 'against nobody' },
  { kind: 'funnel', name: 'by loan' },
  { kind: 'roi', name: 'whole' },
];

/** The report on all definitions, sound in both languages; returns its text and the headings of its results. */
async function reportsOf(workspace: Workspace, wanted = pages) {
  const made = { zh: { text: '', headings: [''] }, en: { text: '', headings: [''] } };
  for (const language of languages) {
    const definition: ReportDefinition = {
      ...{ title: `T${markup}`, purpose: 'decision', confidentiality: 'secret', language },
      pages: [...wanted],
    };
    const { html } = await renderReport(workspace, `r${script}`, definition);
    expectSound(html);
    const headings = [...html.matchAll(/<h2[^>]*>(.*?)<\/h2>/gs)].map(([, heading = '']) => textOf(heading));
    // Beside those of the results: the summary before them and the appendix behind.
    expect(headings).toHaveLength(wanted.length + 2);
    made[language] = { text: textOf(html), headings: headings.slice(1, -1) };
  }
  return made;
}

/** Names as a page shows them, where they hold what cannot be shown. */
const seen = { portrait: '像two⏎lines😀\uFFFDgnp', lines: 'two⏎lines' } as const;

/** What is said in place of a result, as headings, in both languages. */
const said = {
  noneIn: [`40 户客户中没有一户符合“${names.segment}”`, `None of the 40 clients is in “${names.segment}”`],
  hidden: [
    `“${names.segment}”或其余客户少于 10 户，人数不予显示`,
    `“${names.segment}” or its rest has fewer than 10 clients, so its size is not shown`,
  ],
  nobodyIn: (name: string) => [`“${name}”中没有客户`, `“${name}” holds no clients`],
  fewIn: (name: string) => [
    `“${name}”少于 10 户，特征不予显示`,
    `“${name}” has fewer than 10 clients, so its traits are not shown`,
  ],
  noBaseline: [
    '“against nobody”的基准中没有客户，无从比较',
    'The baseline of “against nobody” holds no clients, so there is nothing to compare with',
  ],
  nobodyReaches: (name: string) => [`“${name}”的第一步没有人到达`, `Nobody reaches the first step of “${name}”`],
  fewReach: (name: string) => [
    `“${name}”的第一步少于 10 户，不予显示`,
    `Fewer than 10 clients reach the first step of “${name}”, so it is not shown`,
  ],
  noRows: (name: string) => [`“${name}”没有可用的行`, `“${name}” has no usable rows`],
  back: (name: string) => [
    `“${name}”每 1 元成本收回 3.00 元，已回本`,
    `“${name}” brought CNY 3.00 for each CNY 1 spent: the cost has come back`,
  ],
  failed: (name: string) => [
    `“${name}”未能计算，本页没有结果`,
    `“${name}” could not be computed: this page has no result`,
  ],
} as const;

/** Every heading of both reports, to the letter. */
function expectHeadings(
  { zh, en }: Awaited<ReturnType<typeof reportsOf>>,
  expected: readonly (readonly string[])[],
): void {
  expect(zh.headings).toEqual(expected.map(([chinese]) => chinese));
  expect(en.headings).toEqual(expected.map(([, english]) => english));
}

/** So many clients and their events, every text of them hostile. */
function many(count: number): { clients: Rows; events: Rows } {
  const at = (list: readonly string[], i: number) => list[i % list.length] ?? '';
  const day = (i: number) => `2026-0${1 + (i % 8)}-1${i % 9}`;
  return {
    clients: Array.from({ length: count }, (_, i) => [
      ...[`k${i}`, i % 3 === 0 ? script : markup, i % 3 === 0 ? quote : at(hostile, i)],
      ...[i % 7 === 0 ? '' : String(i * 1e6), i % 5 === 0 ? '' : day(i)],
    ]),
    events: Array.from({ length: count }, (_, i) =>
      stages
        .slice(0, 1 + (i % 4))
        .map((stage, step) => [
          ...[`k${i}`, stage, day(i + step), `${100 + i}.00`, String(3e6 / (1 + (i % 8))), String(1 + (i % 8))],
          ...[i % 4 === 0 ? '' : at(hostile, i), at(hostile, i % 2)],
        ]),
    ).flat(),
  };
}

it('stands hostile names of tables, fields, values and definitions on every kind of page', () =>
  withWorkspace(async (workspace, { folder }) => {
    await prepare(workspace, folder, many(240), 'given');
    const made = await reportsOf(workspace);
    const { zh, en } = made;
    expectHeadings(made, [
      [
        `“${names.segment}”有 80 户，占全部客户的 33.3%，其余客户是它的 2.0 倍`,
        `“${names.segment}” has 80 clients, 33.3% of all; the rest are 2.0 times as many`,
      ],
      [
        `“${names.segment}”没有一户${long}为“${script}”，全部客户为 10.0%`,
        `For none of “${names.segment}”, ${long} is “${script}”: against 10.0% among all clients`,
      ],
      [
        `“${quote}”从“${stages[0]}”到“批准${seen.lines}”只有 50.0%，其余为 75.0%，低 25.0 个百分点`,
        `Of “${quote}” only 50.0% go from “${stages[0]}” to “批准${seen.lines}”, 25.0 points below the rest (75.0%)`,
      ],
      [
        `“${long}”的 ROAS 每 2.45 期减半，衰减最快，第 2 期起低于盈亏平衡`,
        `The ROAS of “${long}” halves every 2.45 periods, the fastest of all and is below break-even from period 2 on`,
      ],
      said.noBaseline,
      [
        `“by loan”总转化 0.0%，流失最多的是“${stages[0]}”到“批准${seen.lines}”，只有 0.0% 走到下一步`,
        `0.0% go all the way through “by loan”; most drop out from “${stages[0]}” to “批准${seen.lines}”, where 0.0% go on`,
      ],
      [
        '“whole”每 1 元成本收回 0.39 元，尚未回本',
        '“whole” brought CNY 0.39 for each CNY 1 spent: the cost has not come back',
      ],
    ]);
    expect(zh.text).toContain('成本以万元计，收益以元计，收益先换算为万元再与成本相比。');
    for (const { text } of [zh, en]) expect(text).toContain('<script>alert(1)</script>');
  }));

const one = many(1);
/** Keys and nothing else. */
const empty = {
  clients: many(40).clients.map(([key = '']) => [key, '', '', '', '']),
  events: many(40).events.map(([key = '']) => [key, '', '', '', '', '', '', '']),
};

it('has a sentence in both languages for each result of no row', () =>
  withWorkspace(async (workspace, { folder }) => {
    await prepare(workspace, folder, one, 'given');
    // No file without rows is loaded: a table is without them only after.
    for (const dataset of workspace.catalogue.datasets.list()) {
      await workspace.warehouse.run(sql`DELETE FROM ${tableOf(dataset)}`);
    }
    expectHeadings(await reportsOf(workspace), [
      said.hidden,
      said.nobodyIn(seen.portrait),
      said.nobodyReaches(names.funnel),
      said.noRows(names.roi),
      said.nobodyIn('against nobody'),
      said.nobodyReaches('by loan'),
      said.noRows('whole'),
    ]);
  }));

it('has a sentence in both languages for each result of one row', () =>
  withWorkspace(async (workspace, { folder }) => {
    await prepare(workspace, folder, one, 'given');
    expectHeadings(await reportsOf(workspace), [
      said.hidden,
      said.fewIn(seen.portrait),
      said.fewReach(names.funnel),
      said.back(names.roi),
      said.fewIn('against nobody'),
      said.nobodyReaches('by loan'),
      said.back('whole'),
    ]);
  }));

it('has a sentence in both languages for each result of fields without a value', () =>
  withWorkspace(async (workspace, { folder }) => {
    await prepare(workspace, folder, empty, 'given');
    expectHeadings(await reportsOf(workspace), [
      said.noneIn,
      said.nobodyIn(seen.portrait),
      said.nobodyReaches(names.funnel),
      said.noRows(names.roi),
      said.noBaseline,
      said.nobodyReaches('by loan'),
      said.noRows('whole'),
    ]);
  }));

it('says on its page what cannot be computed or has gone, and why', () =>
  withWorkspace(async (workspace, { folder }) => {
    await prepare(workspace, folder, empty, 'found');
    const made = await reportsOf(workspace, [...pages, { kind: 'roi', name: 'gone' }]);
    const { zh, en } = made;
    expectHeadings(made, [
      said.noneIn,
      said.nobodyIn(seen.portrait),
      said.failed(names.funnel),
      said.failed(names.roi),
      said.noBaseline,
      ...['by loan', 'whole', 'gone'].map(said.failed),
    ]);
    expect(zh.text).toContain('不能用作时间');
    expect(zh.text).toContain('找不到投放分析“gone”。');
    expect(en.text).toContain('There is no ROI study “gone”.');
  }));
