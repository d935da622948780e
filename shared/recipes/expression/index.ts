export * from './ast.ts';
export { fieldsOfExpression, parseExpression, partsOfExpression } from './parse.ts';
