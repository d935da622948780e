import type { Definition } from '../contract/definitions.ts';
import type { FieldRef, RuleNode } from '../segments/index.ts';

/**
 * The fields that a definition names. A recipe names none: its steps change fields, and what uses those counts for what they
 * came from. `eventsOf` is the table of a funnel.
 */
export function fieldsUsed(definition: Definition, eventsOf: (funnel: string) => string | null): FieldRef[] {
  const { kind, body } = definition;
  switch (kind) {
    case 'recipe':
    case 'report':
      return [];
    case 'clients':
      return [
        ...(body.key.kind === 'field' ? of(body.table, [body.key.field]) : []),
        ...body.facts.flatMap(({ table, field, roles }) => of(table, [field, ...Object.values(roles ?? {})])),
      ];
    case 'match':
      return [
        ...body.lists.flatMap(({ table, fields, key, date }) => of(table, [...Object.values(fields), key, date])),
        ...body.facts.flatMap(({ table, field }) => of(table, [field])),
      ];
    case 'features':
      return [
        ...body.features.flatMap(({ table, field, filters, part, time }) =>
          of(table, [field, time, ...[...filters, ...part].map((test) => test.field)]),
        ),
        ...body.tags.flatMap(({ rule }) => inRule(rule, eventsOf)),
      ];
    case 'portrait':
      return [...body.dimensions];
    case 'segment':
      return inRule(body.rule, eventsOf);
    case 'funnel':
      return of(body.table, [
        ...[body.time, body.entry, body.breakdown],
        ...body.steps.flatMap(({ all }) => all.map(({ field }) => field)),
      ]);
    case 'roi':
      return of(body.table, [body.cost, body.return, body.period.field, body.campaign]);
  }
}

function inRule(node: RuleNode, eventsOf: (funnel: string) => string | null): FieldRef[] {
  switch (node.kind) {
    case 'group':
      return node.items.flatMap((item) => inRule(item, eventsOf));
    case 'condition':
      return [node.field];
    case 'funnel': {
      const table = eventsOf(node.funnel);
      return table !== null && node.group ? of(table, [node.group.field]) : [];
    }
    case 'segment':
      return [];
  }
}

const of = (table: string, fields: readonly (string | null | undefined)[]): FieldRef[] =>
  fields.flatMap((field) => (field === null || field === undefined ? [] : [{ table, field }]));
