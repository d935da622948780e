export { type ClientBase, clientBase, savedClients } from './base.ts';
export { checkClients } from './check.ts';
export { factOf, keySql } from './keys.ts';
