export { forgetComputed } from './forget.ts';
export { materialise } from './materialise.ts';
export type { Derivation, DeriveContext } from './types.ts';
