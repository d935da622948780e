export { computePortrait } from './compute.ts';
export { dropLinkedValues } from './linked.ts';
