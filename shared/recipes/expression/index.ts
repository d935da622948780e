export * from './ast.ts';
export { fieldsOfExpression, parseExpression } from './parse.ts';
