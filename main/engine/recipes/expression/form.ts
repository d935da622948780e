import { isMasked, strictest } from '#shared/privacy/sensitivity.ts';
import { type Expression, type FunctionName, fieldsOfExpression, partsOfExpression } from '#shared/recipes/index.ts';
import type { Column } from '../types.ts';

/**
 * Whether a mask shows no more of what an expression comes to than of the fields that it reads: it hands on whole values, or
 * of birth dates no more than the year, which is seen anyway. Age groups need that.
 */
export function keepsForm(expression: Expression, read: readonly Column[]): boolean {
  const classOf = ({ origins }: Column) => strictest(origins.map(({ sensitivity }) => sensitivity)) ?? 'internal';
  const masked = read.filter((column) => isMasked(classOf(column)));
  if (masked.length === 0) return true;
  if (masked.some(({ altered }) => altered)) return false;
  if (isWhole(expression)) return true;
  const names = new Set(masked.map(({ name }) => name));
  return (
    masked.every((column) => classOf(column) === 'birthDate') &&
    (isAge(expression, names) || isYears(expression, names))
  );
}

const wholeOf: ReadonlySet<FunctionName> = new Set(['trim', 'upper', 'lower', 'text', 'date']);

function isWhole(node: Expression): boolean {
  if (node.kind === 'field') return true;
  if (node.kind !== 'call') return false;
  if (node.name === 'coalesce') return node.of.every((part) => part.kind === 'text' || isWhole(part));
  return wholeOf.has(node.name) && node.of.every(isWhole);
}

/** Every birth date in it stands inside year(…). */
function isYears(node: Expression, births: ReadonlySet<string>): boolean {
  if (node.kind === 'field') return !births.has(node.name);
  if (node.kind === 'call' && node.name === 'year') return node.of.every(isWhole) || !reads(node, births);
  return partsOfExpression(node).every((part) => isYears(part, births));
}

/** Whole years up to one day. Sums of such would tell the birthday: it must stand alone. */
function isAge(node: Expression, births: ReadonlySet<string>): boolean {
  if (node.kind !== 'call' || node.name !== 'datediff') return false;
  const [from, to, unit] = node.of;
  if (!from || !to || unit?.kind !== 'text' || unit.value !== 'year') return false;
  return isWhole(from) ? !reads(to, births) : isWhole(to) && !reads(from, births);
}

const reads = (node: Expression, births: ReadonlySet<string>): boolean =>
  fieldsOfExpression(node).some((name) => births.has(name));
