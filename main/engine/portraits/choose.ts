import type { ClientsDefinition } from '#shared/clients/index.ts';
import { type Dataset, type Field, saysWhereFrom } from '#shared/intake/index.ts';
import type { SkipReason } from '#shared/portraits/index.ts';
import { isIdentity } from '#shared/privacy/sensitivity.ts';
import type { FieldRef } from '#shared/segments/index.ts';

/** Fields found by themselves: so many of the client list, so many of linked tables, and of those with one row a client. */
const mostOfList = 30;
const mostOfLinked = 6;
const mostOfSingle = 30;

/** Distinct values that a field found by itself may have, and one that was asked for. */
export const mostValues = { found: 50, asked: 1000 } as const;

/** The count of a profile is a sketch, off by a third at times: far above the limit it decides, near it a query does. */
const sketchLeeway = 2;

/** A field that is fit to be shown, as far as can be told without looking at its values. */
export interface Candidate {
  readonly ref: FieldRef;
  readonly dataset: Dataset;
  readonly field: Field;
  /** In a linked table, where a client can have several values. */
  readonly linked: boolean;
  /** In a linked table with at most one row a client: looked at as a field of the client list is. */
  readonly single: boolean;
  /** Named by the definition rather than found. */
  readonly asked: boolean;
}

export interface Skipped {
  readonly field: FieldRef;
  readonly reason: SkipReason;
}

export interface Chosen {
  readonly candidates: readonly Candidate[];
  readonly skipped: readonly Skipped[];
}

/**
 * The fields that a portrait looks at: those `asked` for, or all that are fit where none is. `left` are not looked at unless
 * asked for by name. `singles` are the linked tables with at most one row a client. Pure.
 */
export function chooseFields(
  datasets: readonly Dataset[],
  model: ClientsDefinition,
  asked: readonly FieldRef[],
  left: readonly FieldRef[],
  singles: ReadonlySet<string>,
): Chosen {
  const isAsked = asked.length > 0;
  const keyOf = keysOf(model);
  const tables = [model.table, ...(model.key.kind === 'row' ? [] : model.facts.map(({ table }) => table))];
  const candidates: Candidate[] = [];
  const skipped: Skipped[] = [];
  const room = { list: mostOfList, single: mostOfSingle, linked: mostOfLinked };

  function consider(ref: FieldRef, dataset: Dataset | undefined, field: Field | undefined): void {
    const isAnswer = field?.type === 'boolean';
    const single =
      ref.table !== model.table && singles.has(ref.table) && field !== undefined && (isMeasured(field) || isAnswer);
    const linked = ref.table !== model.table && !single;
    const candidate = dataset &&
      field &&
      tables.includes(ref.table) && { ref, dataset, field, linked, single, asked: isAsked };
    const reason = candidate ? reasonAgainst(candidate) : 'gone';
    if (reason) skipped.push({ field: ref, reason });
    else if (candidate) candidates.push(candidate);
  }

  function reasonAgainst({ ref, dataset, field, linked, single }: Candidate): SkipReason | null {
    const unfit = unfitness(field, linked, ref.field === keyOf.get(ref.table), isAsked);
    if (unfit || isAsked) return unfit;
    if (left.some((each) => same(each, ref))) return 'ruleField';
    if (saysWhereFrom(dataset, field)) return 'provenance';
    const place = linked ? 'linked' : single ? 'single' : 'list';
    if (room[place] === 0) return 'limit';
    room[place] -= 1;
    return null;
  }

  const find = (table: string) => datasets.find(({ name }) => name === table);
  if (isAsked) {
    for (const ref of asked.filter((each, i) => asked.findIndex((other) => same(other, each)) === i)) {
      const dataset = find(ref.table);
      consider(
        ref,
        dataset,
        dataset?.fields.find(({ name }) => name === ref.field),
      );
    }
  } else {
    for (const dataset of tables.flatMap((table) => find(table) ?? [])) {
      for (const field of dataset.fields) consider({ table: dataset.name, field: field.name }, dataset, field);
    }
  }
  return { candidates, skipped };
}

/** Numbers and days: of several a client none stands for it, of one it does. */
export const isMeasured = ({ type }: Field): boolean =>
  type === 'integer' || type === 'number' || type === 'decimal' || type === 'date' || type === 'timestamp';

function unfitness(field: Field, linked: boolean, key: boolean, asked: boolean): SkipReason | null {
  if (isIdentity(field.sensitivity)) return 'identity';
  if (key) return 'key';
  switch (field.type) {
    case 'time':
    case 'other':
      return 'unsupported';
    case 'text':
      return field.approximateDistinct > sketchLeeway * limitOf(linked, asked) ? 'tooMany' : null;
    case 'boolean':
      return null;
    case 'integer':
    case 'number':
    case 'decimal':
    case 'date':
    case 'timestamp':
      return linked ? 'linkedNumbers' : null;
  }
}

/** How many distinct values a text field may have. */
export const limitOf = (linked: boolean, asked: boolean): number =>
  asked && !linked ? mostValues.asked : mostValues.found;

const same = (a: FieldRef, b: FieldRef) => a.table === b.table && a.field === b.field;

function keysOf({ table, key, facts }: ClientsDefinition): ReadonlyMap<string, string> {
  const links = facts.map((fact): [string, string] => [fact.table, fact.field]);
  return new Map(key.kind === 'field' ? [[table, key.field], ...links] : links);
}
