export { ReportsArea } from './ReportsArea.tsx';
