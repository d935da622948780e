export { computeRoi } from './compute.ts';
