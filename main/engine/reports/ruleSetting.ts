import type { ReportTexts, RuleSetting } from '#shared/reports/index.ts';
import type { ReportFacts } from './facts.ts';

/** How the rules of a report are put into words: which table lists the clients, and which fields need a mask. */
export function ruleSettingOf(facts: ReportFacts, texts: ReportTexts): RuleSetting {
  const fields = new Map(
    facts.datasets.map((dataset) => [
      dataset.name,
      new Map(dataset.fields.map((field) => [field.name, field.sensitivity])),
    ]),
  );
  const paged = facts.pages.flatMap((page) => (page.kind === 'funnel' ? [page] : []));
  const funnels = new Map([...facts.funnels, ...paged].map(({ name, definition }) => [name, definition]));
  return {
    texts,
    ownTables: new Set([
      ...(facts.clients ? [facts.clients.definition.table] : []),
      ...facts.datasets.flatMap(({ name, derived }) => (derived?.kind === 'features' ? [name] : [])),
    ]),
    stepOf: (name, step) => funnels.get(name)?.steps[step - 1]?.name,
    sensitivityOf: ({ table, field }) => fields.get(table)?.get(field),
  };
}
