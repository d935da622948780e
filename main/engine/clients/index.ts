export { type ClientBase, clientBase, dropClientBases, savedClients } from './base.ts';
export { checkClients } from './check.ts';
export { factOf, keySql } from './keys.ts';
