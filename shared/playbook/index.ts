export * from './playbook.ts';
export * from './remarks.ts';
export * from './results.ts';
export { findJsonFault, type JsonFault, lineAndColumn } from './scan.ts';
