export * from './cells.ts';
export * from './exposed.ts';
export * from './request.ts';
