export { SegmentsArea } from './SegmentsArea.tsx';
