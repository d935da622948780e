import { identifierKind } from './identifiers.ts';
import { type Cell, mask } from './mask.ts';
import type { Sensitivity } from './sensitivity.ts';

/** A constant of a rule with the class of the field it is compared with. */
export interface ComparedConstant {
  readonly value: Cell;
  readonly sensitivity: Sensitivity;
}

/** A constant as it may be shown: by its field's class, or else by what its content gives away. */
export function maskConstant(value: Cell, sensitivity: Sensitivity = 'internal'): Cell {
  const shown = mask(value, sensitivity);
  if (shown !== value || value === null) return shown;
  const kind = identifierKind(String(value));
  return kind ? mask(String(value), kind) : value;
}

/**
 * The bound values of a statement as provenance may show them. A value equal to one that was `compared` with a field is
 * masked by that field's class, also inside LIKE's wildcards; any value that is an identifier by content is masked too.
 */
export function maskParameters(values: readonly (Cell | bigint)[], compared: Iterable<ComparedConstant> = []): Cell[] {
  const classes = new Map<string, Sensitivity>();
  for (const { value, sensitivity } of compared) {
    const known = classes.get(key(value));
    // The same constant may stand beside a harmless field as well: the class that hides wins.
    if (known === undefined || mask(value, known) === value) classes.set(key(value), sensitivity);
  }
  return values.map((raw) => {
    const value = typeof raw === 'bigint' ? String(raw) : raw;
    return maskConstant(value, classes.get(key(value)));
  });
}

/** Text tests ignore case and carry wildcards, escaped: neither may make a constant pass for another. */
function key(value: Cell): string {
  const bare = String(value)
    .replace(/^%|%$/g, '')
    .replace(/\\([\\%_])/g, '$1');
  return bare.toLowerCase();
}
