export { type ClientBase, clientBase, dropClientBases, savedClients } from './base.ts';
export { checkClients } from './check.ts';
export { factOf, keyOf, keySql } from './keys.ts';
export { learnKey } from './plainKeys.ts';
export { singleTables } from './single.ts';
