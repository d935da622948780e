export { PortraitsArea } from './PortraitsArea.tsx';
