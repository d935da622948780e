export { definitionOf, type StaleReason, staleness } from './staleness.ts';
