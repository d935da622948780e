export { computeFunnel } from './compute.ts';
