export * from './definition.ts';
export * from './difference.ts';
export * from './normal.ts';
export * from './result.ts';
export * from './salt.ts';
export * from './similar.ts';
