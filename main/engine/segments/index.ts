export { countSegment } from './count.ts';
export { type ScopedClients, scopedClients } from './scope.ts';
