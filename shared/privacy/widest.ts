import { type Cell, mask } from './mask.ts';
import type { Sensitivity } from './sensitivity.ts';

/** Characters below which the wider view of a number would leave too little hidden: such a one keeps its narrow mask. */
const longEnough = { card: 13, idNumber: 15, account: 12 } as const;

/**
 * The most that is ever shown of a value, to whoever gave a reason that was logged: the right-hand column of the table
 * in docs/decisions/masking.md. Secrets have no wider view, nor has what is of no known kind:
 * a part of a card could be any part.
 */
export function widest(value: Cell, sensitivity: Sensitivity): Cell {
  if (value === null || value === '') return value;
  const text = String(value).trim();
  switch (sensitivity) {
    case 'secret':
    case 'personal':
      return mask(value, sensitivity);
    case 'card':
      // PCI DSS 3.4.1 allows the first six and the last four at most.
      return numberEnds(value, text.replace(/[- ]/g, ''), 6, sensitivity);
    case 'idNumber':
      return numberEnds(value, text, 6, sensitivity);
    case 'account':
      return numberEnds(value, text, 4, sensitivity);
    case 'address':
      return toRoad(value, text);
    case 'name':
    case 'phone':
    case 'email':
    case 'creditCode':
    case 'birthDate':
    case 'amount':
    case 'company':
    case 'internal':
      return value;
  }
}

function numberEnds(value: Cell, text: string, first: number, sensitivity: keyof typeof longEnough): Cell {
  const characters = [...text];
  if (characters.length < longEnough[sensitivity]) return mask(value, sensitivity);
  const hidden = '*'.repeat(characters.length - first - 4);
  return `${characters.slice(0, first).join('')}${hidden}${characters.slice(-4).join('')}`;
}

/** Up to the last character that ends the name of a road, before the first number of a house. */
function toRoad(value: Cell, text: string): Cell {
  const road = /^[^\d]*?(?:大道|大街|公路|路|街|道|巷|弄|胡同)(?![口里])/.exec(text)?.[0];
  return road === undefined || road === text ? mask(value, 'address') : `${road}****`;
}
