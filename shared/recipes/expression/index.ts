export * from './ast.ts';
export { fieldsOfExpression, fieldsTold, parseExpression, partsOfExpression } from './parse.ts';
