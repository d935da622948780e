export { type ClientBase, clientBase } from './base.ts';
export { checkClients } from './check.ts';
export { factOf, keySql } from './keys.ts';
