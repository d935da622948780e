import type { ReportFacts, SegmentFacts } from '../../main/engine/reports/facts.ts';

export const provenance = {
  sql: 'SELECT 1',
  parameters: ['yes'],
  tables: [{ table: 'clients', version: 1, rows: 100 }],
  milliseconds: 1,
};

export function segment(name: string, clients: number, base: number): SegmentFacts {
  const definition = { rule: { kind: 'group' as const, combine: 'and' as const, negate: false, items: [] } };
  return { name, definition, result: { clients, base, share: base ? clients / base : null }, provenance };
}

export function facts(
  segments: readonly SegmentFacts[],
  changes: Partial<ReportFacts['definition']> = {},
): ReportFacts {
  const base = segments[0]?.result.base ?? 0;
  return {
    name: 'report',
    definition: {
      title: 'Title',
      purpose: 'discussion',
      confidentiality: 'internal',
      language: 'zh',
      asOf: '2026-10-31',
      pages: segments.map(({ name }) => ({ kind: 'segment', name })),
      ...changes,
    },
    version: 3,
    clients: {
      definition: { table: 'clients', key: { kind: 'field', field: 'id' }, facts: [] },
      summary: { clients: base, rows: base, duplicateRows: 0, blankKeys: 0, facts: [] },
      provenance,
    },
    segments,
    referred: [],
    funnels: [],
    datasets: [],
    engine: { clientscope: '0.0.0', duckdb: 'v0' },
  };
}
