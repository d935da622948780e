export { ScopePicker } from './ScopePicker.tsx';
export { SegmentsArea } from './SegmentsArea.tsx';
