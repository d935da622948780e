import { expect, it } from 'vitest';
import type { Definition } from '#shared/contract/index.ts';
import { usersOf } from '../../renderer/features/recipes/usersOf.ts';

const condition = (table: string) => ({
  kind: 'condition',
  field: { table, field: 'f' },
  test: { op: 'eq', value: 'clean' },
});
const nested = (table: string) => ({
  ...{ kind: 'group', combine: 'and', negate: false },
  items: [{ kind: 'group', combine: 'or', negate: true, items: [condition(table)] }],
});
const definition = (kind: string, name: string, body: unknown): Definition =>
  ({ kind, id: name, name, version: 1, savedAt: '2026-01-01T00:00:00.000Z', body }) as Definition;

it('finds who goes by a dataset, however deep, and nobody who only says its name', () => {
  const all = [
    definition('segment', 'deep', { rule: nested('clean') }),
    definition('segment', 'named as a value', { rule: nested('raw') }),
    definition('clients', 'linked', { table: 'raw', key: { kind: 'row' }, facts: [{ table: 'clean', field: 'id' }] }),
    definition('recipe', 'maker', { table: 'raw', output: 'clean', steps: [] }),
    definition('recipe', 'follower', { table: 'clean', output: 'more', steps: [] }),
  ];
  expect(usersOf(all, 'clean').map(({ name }) => name)).toEqual(['deep', 'linked', 'follower']);
});
