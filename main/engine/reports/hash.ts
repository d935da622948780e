import { createHash } from 'node:crypto';
import type { PageFacts, ReportFacts } from './facts.ts';

/**
 * The content hash of a report: its definition, its results, the hashes of its inputs and what was made of them, in a canonical form. Nothing in
 * it depends on time, on identifiers of this workspace or on how long a query took.
 */
export function contentHash(facts: ReportFacts): string {
  const content = {
    definition: facts.definition,
    clients: facts.clients && { definition: facts.clients.definition, summary: facts.clients.summary },
    pages: facts.pages.map(contentOf),
    referred: facts.referred,
    funnels: facts.funnels,
    // Absent where nothing was computed before.
    made: facts.made.length === 0 ? undefined : facts.made,
    inputs: facts.datasets.map(({ name, sha256, rows, quarantined }) => ({ name, sha256, rows, quarantined })),
  };
  return createHash('sha256').update(canonicalJson(content)).digest('hex');
}

function contentOf(page: PageFacts): object {
  if (page.kind === 'failed') {
    // Not its detail: the database may come upon another row first the next time.
    const { code, messageId, params } = page.error;
    return { kind: page.kind, name: page.name, error: { code, messageId, params } };
  }
  const { kind, name, definition, result } = page;
  return { kind, name, definition, result };
}

/** JSON with sorted keys and without undefined members: equal values give equal text. */
export function canonicalJson(value: unknown): string {
  if (Array.isArray(value)) return `[${value.map(canonicalJson).join(',')}]`;
  if (typeof value !== 'object' || value === null) return JSON.stringify(value) ?? 'null';
  const members = Object.entries(value)
    .filter(([, member]) => member !== undefined)
    .sort(([a], [b]) => (a < b ? -1 : 1))
    .map(([key, member]) => `${JSON.stringify(key)}:${canonicalJson(member)}`);
  return `{${members.join(',')}}`;
}
