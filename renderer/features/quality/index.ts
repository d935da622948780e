export { QualityTab } from './QualityTab.tsx';
