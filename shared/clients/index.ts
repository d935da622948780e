export * from './definition.ts';
export { linkedClients } from './linked.ts';
export { fieldsForRole, rolesOf, suggestRoles, suggestWho } from './roles.ts';
export * from './sides.ts';
