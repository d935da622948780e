import type { ClientsDefinition } from '#shared/clients/index.ts';
import { constantsOf } from '#shared/conditions/index.ts';
import { AppError } from '#shared/errors/index.ts';
import type { Dataset, Field } from '#shared/intake/index.ts';
import type { ComparedConstant } from '#shared/privacy/parameters.ts';
import {
  type ConditionNode,
  type FunnelNode,
  type GroupNode,
  maximumDepth,
  type RuleNode,
} from '#shared/segments/index.ts';
import { type ClientBase, factOf, keySql } from '../clients/index.ts';
import { matchSql, predicateSql } from '../conditions/index.ts';
import { fieldOf, tableOf } from '../datasets/index.ts';
import { entriesSql, planSteps } from '../steps/index.ts';
import { identifier, join, type Sql, sql } from '../warehouse/index.ts';
import type { Workspace } from '../workspace/index.ts';

/** A rule compiled: a condition over the client list (alias t) that is true or false for every client, never null. */
export interface CompiledRule {
  readonly condition: Sql;
  readonly tables: readonly Dataset[];
  readonly compared: readonly ComparedConstant[];
}

/** Fields of clients that are being made and are in no table yet, each an expression beside the client list. */
export interface OwnFields {
  readonly table: string;
  readonly fields: readonly { readonly field: Described; readonly column: Sql }[];
}

type Described = Pick<Field, 'name' | 'type' | 'sensitivity'>;

/** Compiles the rule of a segment. Fails with the field, table or segment that has gone, by name. */
export function compileRule(
  workspace: Workspace,
  clients: ClientsDefinition,
  base: ClientBase,
  rule: GroupNode,
  own: OwnFields | null = null,
): CompiledRule {
  const tables: Dataset[] = [base.list.dataset];
  const compared: ComparedConstant[] = [];

  /** null where a group asks nothing. */
  function group(node: GroupNode, depth: number, within: readonly string[]): Sql | null {
    if (depth > maximumDepth) throw new AppError('validation', 'ruleTooDeep', { limit: maximumDepth });
    const asked = node.items.map((item) => compile(item, depth + 1, within)).filter((item) => item !== null);
    if (asked.length === 0) return null;
    const together = sql`(${join(asked, node.combine === 'and' ? ' AND ' : ' OR ')})`;
    return node.negate ? sql`(NOT ${together})` : together;
  }

  function compile(node: RuleNode, depth: number, within: readonly string[]): Sql | null {
    switch (node.kind) {
      case 'group':
        return group(node, depth, within);
      case 'condition':
        return condition(node);
      case 'segment': {
        if (within.includes(node.segment)) throw new AppError('validation', 'segmentCycle', { name: node.segment });
        const { rule: other } = workspace.catalogue.definitions.get('segment', node.segment).body;
        return group(other, depth + 1, [...within, node.segment]) ?? sql`true`;
      }
      case 'funnel':
        return funnel(node, depth, within);
    }
  }

  /** Only the steps that decide it are computed. A funnel's scope may be a segment, so a cycle passes through one. */
  function funnel(node: FunnelNode, depth: number, within: readonly string[]): Sql {
    const { body } = workspace.catalogue.definitions.get('funnel', node.funnel);
    const about = { name: node.funnel, step: node.step, steps: body.steps.length };
    if (node.step > about.steps) throw new AppError('validation', 'funnelStepMissing', about);
    const dropped = node.outcome === 'dropped';
    if (dropped && node.step === about.steps) throw new AppError('validation', 'funnelLastStep', about);
    const steps = body.steps.slice(0, dropped ? node.step + 1 : node.step);
    const breakdown = node.group?.field ?? null;
    const scoped =
      body.scope.kind === 'all' ? null : compile({ kind: 'segment', segment: body.scope.segment }, depth + 1, within);
    const plan = planSteps(workspace, clients, base, { ...body, steps, breakdown }, { condition: scoped });
    tables.push(...plan.tables);
    compared.push(...plan.compared);
    const key = base.list.key;
    if (key === null) throw new AppError('validation', 'factNotLinked', { table: body.table });
    const entries = entriesSql(plan, body);
    const among = node.group ? sql` AND ${ofGroup(plan.dataset, node.group)}` : sql``;
    return sql`${keySql('t', key)} IN (SELECT client FROM (${entries}) WHERE reached = ${node.step}${among})`;
  }

  /** The value of a group is the text that the funnel names it by. */
  function ofGroup(dataset: Dataset, { field, value }: NonNullable<FunnelNode['group']>): Sql {
    compared.push({ value, sensitivity: fieldOf(dataset, field).sensitivity });
    return value === null ? sql`breakdown IS NULL` : sql`breakdown = ${value}`;
  }

  function condition(node: ConditionNode): Sql {
    if (node.field.table === own?.table) return ownTest(own, node);
    if (node.field.table === base.list.dataset.name) {
      return test(base.list.dataset, 't', node, predicateSql);
    }
    const fact = factOf(workspace, clients, node.field.table);
    tables.push(fact.dataset);
    const key = base.list.key;
    if (key === null) throw new AppError('validation', 'factNotLinked', { table: node.field.table });
    const met = test(fact.dataset, 'f', node, matchSql);
    // Never null: no client of the base has a blank key, and none is in the list that is looked in.
    return sql`${keySql('t', key)} IN (SELECT ${keySql('f', fact.key)} FROM ${tableOf(fact.dataset)} f WHERE ${keySql('f', fact.key)} IS NOT NULL AND ${met})`;
  }

  function ownTest({ fields }: OwnFields, node: ConditionNode): Sql {
    const found = fields.find(({ field }) => field.name === node.field.field);
    if (!found) throw new AppError('notFound', 'fieldMissing', { ...node.field });
    return testOf(found.column, found.field, node, predicateSql);
  }

  function test(dataset: Dataset, alias: string, node: ConditionNode, as: typeof predicateSql): Sql {
    const field = fieldOf(dataset, node.field.field);
    return testOf(identifier(alias, field.name), field, node, as);
  }

  function testOf(column: Sql, field: Described, node: ConditionNode, as: typeof predicateSql): Sql {
    compared.push(...constantsOf(node.test).map((value) => ({ value, sensitivity: field.sensitivity })));
    return as(column, field, node.test);
  }

  return { condition: group(rule, 1, []) ?? sql`true`, tables, compared };
}
