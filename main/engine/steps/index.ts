export { column, entriesSql } from './entries.ts';
export { planSteps, type StepsPlan, type StepsScope } from './plan.ts';
