import { isCardNumber, isCitizenId, isCreditCode, isEmailAddress, isMobileNumber } from './identifiers.ts';
import type { Sensitivity } from './sensitivity.ts';

export type IdentifierKind = Extract<Sensitivity, 'idNumber' | 'creditCode' | 'phone' | 'card' | 'email'>;

/** What a value is by its content alone, where check digits or a fixed plan tell; null for ordinary text. */
export function identifierKind(text: string): IdentifierKind | null {
  const value = text.trim();
  if (isCitizenId(value)) return 'idNumber';
  if (isCreditCode(value)) return 'creditCode';
  if (isMobileNumber(value)) return 'phone';
  if (isCardNumber(value)) return 'card';
  return isEmailAddress(value) ? 'email' : null;
}
