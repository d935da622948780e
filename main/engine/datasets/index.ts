export { dropVersion, type TableId } from './dropVersion.ts';
export { fieldOf } from './fields.ts';
export { countSql, exportSql } from './gridSql.ts';
export { inTurn } from './inTurn.ts';
export { keepVersions, keptVersions } from './keep.ts';
export { fileOf, lineFormAt, lineFormOf } from './lineForm.ts';
export { maskedDataset } from './masked.ts';
export { provenanceOf, versionOf } from './provenance.ts';
export { quarantinedPage, quarantinedRow, quarantineMasker, readQuarantine } from './quarantine.ts';
export { underClass } from './raiseDerived.ts';
export { revealCell } from './reveal.ts';
export { setSensitivity } from './setSensitivity.ts';
export { type Forget, type Start, succeed, succeedTogether } from './succeed.ts';
export {
  quarantineTableName,
  quarantineTableOf,
  repairTableName,
  repairTableOf,
  tableName,
  tableOf,
} from './tables.ts';
export { readValues } from './values.ts';
export { dropViews, openView, readPage } from './views.ts';
