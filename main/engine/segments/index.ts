export { countSegment } from './count.ts';
export { compileRule, type OwnFields } from './rule.ts';
export { fieldsOfScope } from './ruleFields.ts';
export { type ScopedClients, scopedClients } from './scope.ts';
