export { countSegment } from './count.ts';
export { fieldsOfScope } from './ruleFields.ts';
export { type ScopedClients, scopedClients } from './scope.ts';
