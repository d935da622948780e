export * from './definition.ts';
export { linkedClients } from './linked.ts';
export { rolesOf } from './roles.ts';
