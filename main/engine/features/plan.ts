import type { ClientsDefinition } from '#shared/clients/index.ts';
import { constantsOf } from '#shared/conditions/index.ts';
import { AppError } from '#shared/errors/index.ts';
import { type Feature, fieldNeed, needsTime, type RowTest, takesType } from '#shared/features/index.ts';
import type { Dataset, Field } from '#shared/intake/index.ts';
import type { ComparedConstant } from '#shared/privacy/parameters.ts';
import { isIdentity } from '#shared/privacy/sensitivity.ts';
import { factOf } from '../clients/index.ts';
import { fieldOf } from '../datasets/index.ts';
import type { Workspace } from '../workspace/index.ts';

type Fact = ReturnType<typeof factOf>;

/** A test with its field looked up. */
export interface PlannedTest {
  readonly field: Field;
  readonly test: RowTest['test'];
}

/** A feature with its names looked up. `place`: its number among all of the definition. */
export interface PlannedFeature {
  readonly feature: Feature;
  readonly place: number;
  readonly field: Field | null;
  readonly time: Field | null;
  readonly filters: readonly PlannedTest[];
  readonly part: readonly PlannedTest[];
}

/** The features of one table: they are computed in one pass over it. */
export interface PlannedFact {
  readonly fact: Fact;
  readonly features: readonly PlannedFeature[];
}

export interface Planned {
  readonly facts: readonly PlannedFact[];
  /** In the order of the definition. */
  readonly features: readonly PlannedFeature[];
  readonly tables: readonly Dataset[];
  readonly compared: readonly ComparedConstant[];
}

/**
 * Looks up all that features name. `own` is the name of the dataset that they become. Fails with what has gone, by name, and in
 * words for what cannot be computed.
 */
export function planFeatures(
  workspace: Workspace,
  model: ClientsDefinition,
  own: string,
  features: readonly Feature[],
): Planned {
  const compared: ComparedConstant[] = [];
  const facts = new Map<string, Fact>();

  function tests(dataset: Dataset, rows: readonly RowTest[]): PlannedTest[] {
    return rows.map(({ field: name, test }) => {
      const field = fieldOf(dataset, name);
      compared.push(...constantsOf(test).map((value) => ({ value, sensitivity: field.sensitivity })));
      return { field, test };
    });
  }

  const planned = features.map((feature, place): PlannedFeature => {
    const { name, table } = feature;
    if (table === own) throw new AppError('validation', 'featureOwnTable', { name, table });
    const fact = facts.get(table) ?? factOf(workspace, model, table);
    facts.set(table, fact);
    return {
      feature,
      place,
      field: fieldFor(fact.dataset, feature),
      time: timeFor(fact.dataset, feature),
      filters: tests(fact.dataset, feature.filters),
      part: feature.aggregate === 'share' ? tests(fact.dataset, feature.part) : [],
    };
  });
  return {
    features: planned,
    facts: [...facts].map(([table, fact]) => ({
      fact,
      features: planned.filter((each) => each.feature.table === table),
    })),
    tables: [...facts.values()].map(({ dataset }) => dataset),
    compared,
  };
}

function fieldFor(dataset: Dataset, { name, aggregate, field }: Feature): Field | null {
  const need = fieldNeed(aggregate);
  if (need === 'none' || (need === 'optional' && field === null)) return null;
  if (field === null) throw new AppError('validation', 'featureFieldNeeded', { name });
  const found = fieldOf(dataset, field);
  if (takesType(aggregate, found.type)) return found;
  throw new AppError('validation', 'featureFieldType', { name, field, type: found.type });
}

function timeFor(dataset: Dataset, feature: Feature): Field | null {
  const { name, time } = feature;
  if (time === null) {
    if (needsTime(feature)) throw new AppError('validation', 'featureTimeNeeded', { name });
    return null;
  }
  const field = fieldOf(dataset, time);
  const { type, sensitivity } = field;
  // Days since a birth would be the birth date.
  if (isIdentity(sensitivity) || sensitivity === 'birthDate') {
    throw new AppError('permission', 'featureTimeWithheld', { field: time });
  }
  if (type !== 'date' && type !== 'timestamp')
    throw new AppError('validation', 'funnelTimeField', { field: time, type });
  return field;
}
