import type { Definition } from '#shared/contract/index.ts';
import type { RuleNode, Scope } from '#shared/segments/index.ts';
import type { ClientsForm } from './form.ts';

/** What a definition asks for: tables that must be the client list or linked to it, and other definitions, by kind and name. */
interface Needs {
  readonly tables: readonly string[];
  readonly others: readonly string[];
}

/** The definitions that can be computed with the tables of one form and no longer with those of the next, also through others. */
export function leftBehind(definitions: readonly Definition[], before: ClientsForm, next: ClientsForm): Definition[] {
  const broken = brokenWith(definitions, tablesOf(next));
  const already = brokenWith(definitions, tablesOf(before));
  return definitions.filter((each) => broken.has(each) && !already.has(each));
}

/** The tables that conditions can be on. */
function tablesOf({ table, key, facts }: ClientsForm): ReadonlySet<string> {
  const linked = key.kind === 'row' ? [] : facts.filter(({ field }) => field !== null);
  return new Set([...(table === null ? [] : [table]), ...linked.map((fact) => fact.table)]);
}

function brokenWith(definitions: readonly Definition[], tables: ReadonlySet<string>): ReadonlySet<Definition> {
  const needs = new Map(definitions.map((each) => [each, needsOf(each)]));
  const broken = new Set(definitions.filter((each) => needs.get(each)?.tables.some((table) => !tables.has(table))));
  // What hangs on something broken is broken too, until there is no more of it.
  for (let known = -1; known < broken.size; ) {
    known = broken.size;
    const names = new Set([...broken].map(({ kind, name }) => key(kind, name)));
    for (const each of definitions) if (needs.get(each)?.others.some((other) => names.has(other))) broken.add(each);
  }
  return broken;
}

const key = (kind: Definition['kind'], name: string): string => `${kind}/${name}`;
const segmentOf = (scope: Scope): string[] => (scope.kind === 'segment' ? [key('segment', scope.segment)] : []);

function needsOf({ kind, body }: Definition): Needs {
  switch (kind) {
    case 'recipe':
    case 'match':
    case 'clients':
      return { tables: [], others: [] };
    case 'segment':
      return needsOfRule(body.rule);
    case 'features': {
      const rules = body.tags.map(({ rule }) => needsOfRule(rule));
      const tables = [...body.features.map(({ table }) => table), ...rules.flatMap((rule) => rule.tables)];
      // Tags may test the features beside them.
      return { tables: tables.filter((table) => table !== body.output), others: rules.flatMap(({ others }) => others) };
    }
    case 'portrait': {
      const { scope, baseline, dimensions } = body;
      const against = baseline.kind === 'segment' ? segmentOf(baseline) : [];
      return { tables: dimensions.map(({ table }) => table), others: [...segmentOf(scope), ...against] };
    }
    case 'funnel':
      return { tables: [body.table], others: segmentOf(body.scope) };
    case 'roi':
      return { tables: body.scope.kind === 'segment' ? [body.table] : [], others: segmentOf(body.scope) };
    case 'report':
      return { tables: [], others: body.pages.map((page) => key(page.kind, page.name)) };
  }
}

function needsOfRule(node: RuleNode): Needs {
  switch (node.kind) {
    case 'group': {
      const all = node.items.map(needsOfRule);
      return { tables: all.flatMap(({ tables }) => tables), others: all.flatMap(({ others }) => others) };
    }
    case 'condition':
      return { tables: [node.field.table], others: [] };
    case 'segment':
      return { tables: [], others: [key('segment', node.segment)] };
    case 'funnel':
      return { tables: [], others: [key('funnel', node.funnel)] };
  }
}
