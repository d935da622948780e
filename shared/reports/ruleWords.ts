import { type Constant, constantsOf } from '../conditions/index.ts';
import { maskConstant } from '../privacy/parameters.ts';
import type { Sensitivity } from '../privacy/sensitivity.ts';
import type { ConditionNode, FieldRef, GroupNode, RuleNode } from '../segments/index.ts';
import type { ReportTexts } from './texts.ts';

/** A rule in words: a sentence, and what hangs under it. */
export interface RuleWords {
  readonly text: string;
  readonly items: readonly RuleWords[];
}

export interface RuleSetting {
  readonly texts: ReportTexts;
  /** The table that lists the clients; conditions on any other mean "at least one row". */
  readonly clientTable: string;
  /** How constants compared with a field are to be masked. */
  sensitivityOf(field: FieldRef): Sensitivity | undefined;
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
    case 'condition':
      return { text: condition(node, setting), items: [] };
  }
}

function condition(node: ConditionNode, setting: RuleSetting): string {
  const { rule, quote } = setting.texts;
  const { table, field } = node.field;
  const shown = constantsOf(node.test).map((value) => constant(value, setting, node.field));
  const values = shown.length > listed ? [...shown.slice(0, listed), rule.more(shown.length)] : shown;
  const sentence = rule.operator[node.test.op](quote(field), values).trim();
  return table === setting.clientTable ? sentence : rule.fact(table, sentence);
}

function constant(value: Constant, { texts, sensitivityOf }: RuleSetting, field: FieldRef): string {
  if (typeof value === 'boolean') return value ? texts.rule.yes : texts.rule.no;
  const shown = maskConstant(value, sensitivityOf(field));
  return typeof value === 'number' && shown === value ? String(value) : texts.quote(String(shown));
}
