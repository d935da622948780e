import { isMasked, type Sensitivity } from '../privacy/sensitivity.ts';

/** A number that is no code of a person. */
export const canBeSummed = ({ type, sensitivity }: { type: string; sensitivity: Sensitivity }): boolean =>
  (type === 'integer' || type === 'number' || type === 'decimal') && !isMasked(sensitivity);
