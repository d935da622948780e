export { clusterField } from './clusterField.ts';
export { clusterValues } from './group.ts';
