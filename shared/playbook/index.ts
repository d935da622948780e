export * from './playbook.ts';
export * from './results.ts';
