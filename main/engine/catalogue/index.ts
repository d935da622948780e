export { sqliteBinding } from './binding.ts';
export { openCatalogue } from './catalogue.ts';
export type { AuditAction, AuditLog, Catalogue, DatasetStore, DefinitionStore, JobStore } from './types.ts';
