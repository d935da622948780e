export { computePortrait } from './compute.ts';
