export { channelBalance } from './balance.ts';
export { passesSql } from './checks.ts';
export { reconcile, setControls } from './controls.ts';
export { assessDataset } from './dataset.ts';
export { problemRows } from './rows.ts';
