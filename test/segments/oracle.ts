import type { Constant, Predicate } from '#shared/conditions/index.ts';
import type { FieldType } from '#shared/intake/index.ts';
import type { GroupNode, RuleNode } from '#shared/segments/index.ts';

/** What docs/semantics.md says, in plain TypeScript over plain rows: shares no code with the builder. */
export type Cell = string | number | boolean | null;
export type Record_ = Readonly<Record<string, Cell>>;
export interface World {
  clients: { name: string; key: string; rows: Record_[] };
  facts: { name: string; key: string; rows: Record_[] }[];
  types: Readonly<Record<string, FieldType>>;
  segments: Readonly<Record<string, GroupNode>>;
}

/** Keys of the clients that a rule selects: first row of each key that is not blank. */
export function select(world: World, rule: GroupNode): Set<string> {
  const first = new Map<string, Record_>();
  for (const row of world.clients.rows) {
    const key = keyOf(row[world.clients.key] ?? null);
    if (key !== null && !first.has(key)) first.set(key, row);
  }
  return new Set([...first].filter(([key, row]) => holds(world, rule, key, row) ?? true).map(([key]) => key));
}

/** undefined where a group asks nothing. */
function holds(world: World, node: RuleNode, key: string, row: Record_): boolean | undefined {
  switch (node.kind) {
    case 'condition': {
      const { table, field } = node.field;
      const type = world.types[`${table}.${field}`] ?? 'text';
      if (table === world.clients.name) return meets(row[field] ?? null, node.test, type);
      const fact = world.facts.find((candidate) => candidate.name === table);
      return (fact?.rows ?? []).some(
        (candidate) =>
          keyOf(candidate[fact?.key ?? ''] ?? null) === key && meets(candidate[field] ?? null, node.test, type),
      );
    }
    case 'segment': {
      const other = world.segments[node.segment];
      return other === undefined ? true : (holds(world, other, key, row) ?? true);
    }
    case 'group': {
      const answers = node.items.map((item) => holds(world, item, key, row)).filter((answer) => answer !== undefined);
      if (answers.length === 0) return undefined;
      const together = node.combine === 'and' ? answers.every(Boolean) : answers.some(Boolean);
      return node.negate ? !together : together;
    }
  }
}

function keyOf(value: Cell): string | null {
  const text = value === null ? '' : String(value).replace(/^ +| +$/g, '');
  return text === '' ? null : text;
}

function meets(cell: Cell, test: Predicate, type: FieldType): boolean {
  if (test.op === 'isNull') return cell === null;
  if (test.op === 'notNull') return cell !== null;
  if (cell === null) return false;
  const order = (constant: Constant) => compare(cell, constant, type);
  switch (test.op) {
    case 'eq':
      return order(test.value) === 0;
    case 'ne':
      return order(test.value) !== 0;
    case 'lt':
      return order(test.value) < 0;
    case 'le':
      return order(test.value) <= 0;
    case 'gt':
      return order(test.value) > 0;
    case 'ge':
      return order(test.value) >= 0;
    case 'between':
      return order(test.low) >= 0 && order(test.high) <= 0;
    case 'in':
      return test.values.some((value) => order(value) === 0);
    case 'notIn':
      return test.values.every((value) => order(value) !== 0);
    case 'contains':
      return String(cell).toLowerCase().includes(test.value.toLowerCase());
    case 'startsWith':
      return String(cell).toLowerCase().startsWith(test.value.toLowerCase());
    case 'endsWith':
      return String(cell).toLowerCase().endsWith(test.value.toLowerCase());
  }
}

function compare(cell: Cell, constant: Constant, type: FieldType): number {
  if (type === 'integer' || type === 'number') return Math.sign(Number(cell) - Number(constant));
  if (type === 'timestamp' && String(constant).length === 10)
    return compareText(String(cell).slice(0, 10), String(constant));
  return compareText(String(cell), String(constant));
}

/** DuckDB orders text by its UTF-8 bytes, JavaScript by UTF-16 units. */
function compareText(a: string, b: string): number {
  return Buffer.compare(Buffer.from(a), Buffer.from(b));
}
