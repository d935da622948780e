import type { Sensitivity } from '#shared/privacy/sensitivity.ts';
import type { PlannedFeature } from './plan.ts';

/** The class of a feature: what holds or adds up values of a field is as sensitive as they are, how many and when is not. */
export function sensitivityOf({ feature, field }: PlannedFeature): Sensitivity {
  switch (feature.aggregate) {
    case 'count':
    case 'distinct':
    case 'daysSince':
    case 'share':
      return 'internal';
    case 'sum':
    case 'mean':
    case 'min':
    case 'max':
    case 'first':
    case 'last':
    case 'trend':
      return field?.sensitivity ?? 'internal';
  }
}
