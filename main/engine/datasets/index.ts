export { quarantineTableName, quarantineTableOf, tableName, tableOf } from './tables.ts';
