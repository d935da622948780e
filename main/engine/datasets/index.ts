export { fieldOf } from './fields.ts';
export { provenanceOf, versionOf } from './provenance.ts';
export { readQuarantine } from './quarantine.ts';
export { quarantineTableName, quarantineTableOf, tableName, tableOf } from './tables.ts';
export { readValues } from './values.ts';
export { dropViews, openView, readPage } from './views.ts';
