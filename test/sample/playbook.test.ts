import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import type { RuleNode } from '#shared/segments/index.ts';
import { playbook } from './support/playbook.ts';
import { shipped } from './support/portfolio.ts';
import { segments } from './support/segments.ts';

describe('the sample playbook', () => {
  it('names files that are there', () => {
    expect(playbook.data.filter(({ file }) => !existsSync(join(shipped, file)))).toEqual([]);
  });

  it('names datasets and segments that it has', () => {
    const datasets = new Set(playbook.data.map((dataset) => dataset.name));
    const funnels = new Set(playbook.funnels.map((funnel) => funnel.name));
    const names = new Set(playbook.segments.map((segment) => segment.name));
    const wrong = (node: RuleNode): string[] => {
      if (node.kind === 'group') return node.items.flatMap(wrong);
      if (node.kind === 'segment') return names.has(node.segment) ? [] : [node.segment];
      if (node.kind === 'funnel') return funnels.has(node.funnel) ? [] : [node.funnel];
      return datasets.has(node.field.table) ? [] : [node.field.table];
    };
    expect(playbook.segments.flatMap((segment) => wrong(segment.rule))).toEqual([]);
    const pages = playbook.reports.flatMap((report) => report.pages);
    expect(pages.length).toBeGreaterThan(0);
    expect(pages.filter((page) => page.kind === 'segment' && !names.has(page.name))).toEqual([]);
  });

  it('has segments that are neither empty nor everyone', async () => {
    const sizes = await segments(shipped);
    expect(Object.keys(sizes)).toEqual(playbook.segments.map((segment) => segment.name));
    for (const size of Object.values(sizes)) {
      expect(size).toBeGreaterThan(20);
      expect(size).toBeLessThan(1000);
    }
  });
});
