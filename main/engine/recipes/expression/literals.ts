import { sql } from '../../warehouse/index.ts';
import { type Kind, refuse, type Typed } from './typed.ts';

const written: Partial<Record<Kind, RegExp>> = {
  date: /^\d{4}-\d{2}-\d{2}$/,
  timestamp: /^\d{4}-\d{2}-\d{2}(?:[ T]\d{2}:\d{2}(?::\d{2})?)?$/,
  time: /^\d{2}:\d{2}(?::\d{2})?$/,
};

/** The part of a written day or moment that must be a day there is. */
const isRealDay = (text: string): boolean => {
  const day = text.slice(0, 10);
  const at = new Date(`${day}T00:00:00Z`);
  return !Number.isNaN(at.getTime()) && at.toISOString().startsWith(day);
};

/** A text of the expression as the day or time that it is set beside; anything else as it is. */
export function literalFor(typed: Typed, beside: Kind): Typed {
  const { node } = typed;
  if (node?.kind !== 'text' || !written[beside]?.test(node.value)) return typed;
  // Left to the database, it would make every row empty and say nothing.
  if (beside !== 'time' && !isRealDay(node.value)) throw refuse(node.at, node.value, beside);
  switch (beside) {
    case 'date':
      return { ...typed, kind: beside, value: sql`CAST(${node.value} AS DATE)` };
    case 'timestamp':
      return { ...typed, kind: beside, value: sql`CAST(${node.value} AS TIMESTAMP)` };
    case 'time':
      return { ...typed, kind: beside, value: sql`CAST(${node.value} AS TIME)` };
    default:
      return typed;
  }
}
