export { DataArea } from './DataArea.tsx';
