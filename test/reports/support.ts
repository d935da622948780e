import type { ComputedPage, ReportFacts, SegmentPage } from '../../main/engine/reports/facts.ts';

export const provenance = {
  sql: 'SELECT 1',
  parameters: ['yes'],
  tables: [{ table: 'clients', version: 1, rows: 100 }],
  milliseconds: 1,
};

export function segment(name: string, clients: number, base: number): SegmentPage {
  const definition = { rule: { kind: 'group' as const, combine: 'and' as const, negate: false, items: [] } };
  return {
    kind: 'segment',
    name,
    edited: null,
    definition,
    result: { clients, base, share: base ? clients / base : null },
    provenance,
  };
}

export function facts(pages: readonly ComputedPage[], changes: Partial<ReportFacts['definition']> = {}): ReportFacts {
  const [first] = pages;
  const base = first?.kind === 'segment' ? first.result.base : 0;
  return {
    name: 'report',
    definition: {
      title: 'Title',
      purpose: 'discussion',
      confidentiality: 'internal',
      language: 'zh',
      asOf: '2026-10-31',
      pages: pages.map(({ kind, name }) => ({ kind, name })),
      ...changes,
    },
    version: 3,
    clients: {
      definition: { table: 'clients', key: { kind: 'field', field: 'id' }, facts: [] },
      summary: { clients: base, rows: base, duplicateRows: 0, blankKeys: 0, facts: [] },
      provenance,
    },
    pages,
    referred: [],
    funnels: [],
    datasets: [],
    made: [],
    engine: { clientscope: '0.0.0', duckdb: 'v0' },
  };
}
