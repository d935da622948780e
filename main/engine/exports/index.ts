export { exportCsv } from './exportCsv.ts';
