export { definitionOf, factPart, type StaleReason, staleness } from './staleness.ts';
