export { countSegment } from './count.ts';
