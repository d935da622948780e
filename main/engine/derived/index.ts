export { forgetComputed } from './forget.ts';
export { materialise, materialiseAll } from './materialise.ts';
export type { Derivation, DeriveContext } from './types.ts';
