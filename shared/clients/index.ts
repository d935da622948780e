export * from './definition.ts';
export { linkedClients } from './linked.ts';
