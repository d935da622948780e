import { sql } from '../../warehouse/index.ts';
import type { Kind, Typed } from './typed.ts';

const written: Partial<Record<Kind, RegExp>> = {
  date: /^\d{4}-\d{2}-\d{2}$/,
  timestamp: /^\d{4}-\d{2}-\d{2}(?:[ T]\d{2}:\d{2}(?::\d{2})?)?$/,
  time: /^\d{2}:\d{2}(?::\d{2})?$/,
};

/** A text of the expression as the day or time that it is set beside; anything else as it is. */
export function literalFor(typed: Typed, beside: Kind): Typed {
  const { node } = typed;
  if (node?.kind !== 'text' || !written[beside]?.test(node.value)) return typed;
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
