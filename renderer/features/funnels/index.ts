export { FunnelsArea } from './FunnelsArea.tsx';
