export { parsePlaybook } from './parse.ts';
