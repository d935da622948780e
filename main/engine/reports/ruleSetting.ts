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
  return {
    texts,
    clientTable: facts.clients?.definition.table ?? '',
    stepOf: (name, step) => facts.funnels.find((funnel) => funnel.name === name)?.definition.steps[step - 1]?.name,
    sensitivityOf: ({ table, field }) => fields.get(table)?.get(field),
  };
}
