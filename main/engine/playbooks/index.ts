export { exportPlaybook } from './exportPlaybook.ts';
export { parsePlaybook } from './parse.ts';
export { readPlaybook } from './read.ts';
export { type PlaybookContext, type PlaybookOptions, type ReportWriter, runPlaybook } from './run.ts';
