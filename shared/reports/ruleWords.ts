import { type Constant, constantsOf } from '../conditions/index.ts';
import type { FunnelDefinition } from '../funnels/index.ts';
import { maskConstant } from '../privacy/parameters.ts';
import type { Sensitivity } from '../privacy/sensitivity.ts';
import type { ConditionNode, FieldRef, FunnelNode, GroupNode, RuleNode } from '../segments/index.ts';
import type { ReportTexts } from './texts.ts';

/** A rule in words: a sentence, and what hangs under it. */
export interface RuleWords {
  readonly text: string;
  readonly items: readonly RuleWords[];
}

export interface RuleSetting {
  readonly texts: ReportTexts;
  /** Tables with one row a client, the list and features; conditions on any other mean "at least one row". */
  readonly ownTables: ReadonlySet<string>;
  /** How constants compared with a field are to be masked. */
  sensitivityOf(field: FieldRef): Sensitivity | undefined;
  /** Of a funnel that a rule names, the name of a step, counted from 1. */
  stepOf(funnel: string, step: number): string | undefined;
}

/** More constants than these are counted, not listed. */
const listed = 12;

/** Puts a segment's rule into words, with its constants masked. */
export function ruleWords(rule: GroupNode, setting: RuleSetting): RuleWords {
  if (rule.items.length === 0) return { text: setting.texts.rule.all, items: [] };
  return group(rule, setting);
}

function group(node: GroupNode, setting: RuleSetting): RuleWords {
  const { rule } = setting.texts;
  const [only] = node.items;
  if (only === undefined) return { text: rule.empty, items: [] };
  if (node.items.length === 1 && !node.negate) return words(only, setting);
  const lead = node.negate
    ? node.combine === 'and' && node.items.length > 1
      ? rule.notAnd
      : rule.notOr
    : rule[node.combine];
  return { text: lead, items: node.items.map((item) => words(item, setting)) };
}

function words(node: RuleNode, setting: RuleSetting): RuleWords {
  switch (node.kind) {
    case 'group':
      return group(node, setting);
    case 'segment':
      return { text: setting.texts.rule.segment(node.segment), items: [] };
    case 'funnel': {
      const { funnel, step, outcome, group: of } = node;
      const text = setting.texts.rule.funnel(funnel, step, setting.stepOf(funnel, step) ?? null, outcome === 'dropped');
      return { text: of ? `${text}${setting.texts.comma}${ofGroup(of, setting)}` : text, items: [] };
    }
    case 'condition': {
      const { table } = node.field;
      const sentence = condition(node, setting);
      return { text: setting.ownTables.has(table) ? sentence : setting.texts.rule.fact(table, sentence), items: [] };
    }
  }
}

/** The group that a funnel node is of. No identity can be one, so only what its content gives away is masked. */
function ofGroup({ field, value }: NonNullable<FunnelNode['group']>, { texts }: RuleSetting): string {
  const { rule, quote } = texts;
  return value === null
    ? rule.operator.isNull(quote(field), []).trim()
    : rule.operator.eq(quote(field), [quote(String(maskConstant(value)))]).trim();
}

/** Puts a funnel that a rule names into words: how its entries are counted, and what its steps ask. */
export function funnelWords(funnel: FunnelDefinition, setting: RuleSetting): RuleWords {
  const { texts } = setting;
  const { scope, table, time, entry, steps, order, window, sameTime } = funnel;
  const parts = [
    texts.funnel.events(table, time),
    entry === null ? texts.funnel.byClient : texts.funnel.byEntry(entry),
    ...(scope.kind === 'all' ? [] : [texts.rule.segment(scope.segment)]),
    order === 'any' ? texts.funnel.any : sameTime ? texts.funnel.sequential : texts.funnel.strictlyLater,
    window === null ? texts.funnel.noWindow : texts.funnel.window(window.size, window.unit),
  ];
  return {
    text: `${parts.join(texts.separator)}${texts.colon}`,
    items: steps.map(({ name, all }, i) => {
      const tests = all.map(({ field, test }) =>
        condition({ kind: 'condition', field: { table, field }, test }, setting),
      );
      return { text: `${i + 1}. ${name}${texts.colon}${tests.join(texts.comma)}`, items: [] };
    }),
  };
}

function condition(node: ConditionNode, setting: RuleSetting): string {
  const { rule, quote } = setting.texts;
  const { field } = node.field;
  const shown = constantsOf(node.test).map((value) => constant(value, setting, node.field));
  const values = shown.length > listed ? [...shown.slice(0, listed), rule.more(shown.length)] : shown;
  return rule.operator[node.test.op](quote(field), values).trim();
}

function constant(value: Constant, { texts, sensitivityOf }: RuleSetting, field: FieldRef): string {
  if (typeof value === 'boolean') return value ? texts.rule.yes : texts.rule.no;
  const shown = maskConstant(value, sensitivityOf(field));
  return typeof value === 'number' && shown === value ? String(value) : texts.quote(String(shown));
}
