export { RoiArea } from './RoiArea.tsx';
