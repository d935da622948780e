export { exportCsv } from './exportCsv.ts';
export { exportQuarantine } from './exportQuarantine.ts';
export { exportRepairSheet } from './exportRepairSheet.ts';
export { writeWhole } from './file.ts';
