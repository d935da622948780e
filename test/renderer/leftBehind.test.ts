import { describe, expect, it } from 'vitest';
import type { Definition } from '#shared/contract/index.ts';
import type { RuleNode } from '#shared/segments/index.ts';
import type { ClientsForm } from '../../renderer/features/clients/form.ts';
import { leftBehind } from '../../renderer/features/clients/leftBehind.ts';

const form: ClientsForm = {
  table: 'people',
  key: { kind: 'field', field: 'id' },
  facts: [
    { table: 'payments', field: 'client' },
    { table: 'events', field: null },
  ],
};
const kept = { id: '', version: 1, savedAt: '' };
const on = (table: string): RuleNode => ({ kind: 'condition', field: { table, field: 'x' }, test: { op: 'isNull' } });
const segment = (name: string, ...items: RuleNode[]): Definition => ({
  ...kept,
  kind: 'segment',
  name,
  body: { rule: { kind: 'group', combine: 'and', negate: false, items } },
});
const names = (definitions: readonly Definition[]) => definitions.map(({ name }) => name);

const of = (name: string) => ({ kind: 'segment' as const, segment: name });
const definitions: Definition[] = [
  segment('region', on('people')),
  segment('paid', { kind: 'group', combine: 'or', negate: true, items: [on('payments')] }),
  segment('paid and more', of('paid')),
  segment('already', on('events')),
  {
    ...kept,
    kind: 'portrait',
    name: 'of the paid',
    body: { scope: of('paid and more'), baseline: { kind: 'all' }, dimensions: [], ruleFields: false },
  },
  {
    ...kept,
    kind: 'report',
    name: 'all of it',
    body: {
      title: 'x',
      purpose: 'discussion',
      confidentiality: 'internal',
      language: 'en',
      pages: [{ kind: 'portrait', name: 'of the paid' }],
    },
  },
];

describe('what a change of the client list leaves behind', () => {
  it('is nothing where every table stays', () => {
    expect(leftBehind(definitions, form, form)).toEqual([]);
    expect(leftBehind(definitions, form, { ...form, key: { kind: 'field', field: 'name' } })).toEqual([]);
  });

  it('is what goes by a table that is unlinked, also through others, and not what could not be computed before', () => {
    const left = ['paid', 'paid and more', 'of the paid', 'all of it'];
    expect(names(leftBehind(definitions, form, { ...form, facts: [] }))).toEqual(left);
    expect(names(leftBehind(definitions, form, { ...form, key: { kind: 'row' } }))).toEqual(left);
  });

  it('is what goes by the list where another one takes its place', () => {
    const next: ClientsForm = { ...form, table: 'payments', facts: [] };
    expect(names(leftBehind(definitions, form, next))).toEqual(['region']);
    const both: ClientsForm = { ...form, table: 'others', facts: [] };
    expect(names(leftBehind(definitions, form, both))).toContain('region');
    expect(names(leftBehind(definitions, form, both))).not.toContain('already');
  });
});
