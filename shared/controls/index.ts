export { canBeSummed } from './canBeSummed.ts';
export {
  type Control,
  type ControlCheck,
  controlSchema,
  type OwnFigure,
  ownFigureSchema,
  type Reconciliation,
  reconciliationSchema,
} from './control.ts';
export { figureOf, isWithin, minus, plus } from './decimal.ts';
export { checkOf, expectedOf } from './reconcile.ts';
