import type { FieldType } from '../intake/index.ts';
import type { Aggregate, Feature } from './definition.ts';

const numbers: readonly FieldType[] = ['integer', 'number', 'decimal'];
const moments: readonly FieldType[] = ['date', 'timestamp'];
const plain: readonly FieldType[] = [...numbers, ...moments, 'text', 'boolean', 'time'];

/** What fields an aggregate takes: none, one or (`optional`) either. */
interface Takes {
  readonly field: 'none' | 'one' | 'optional';
  readonly types: readonly FieldType[];
  /** Whether rows need a time, whatever the window. */
  readonly time: boolean;
}

const takes: Readonly<Record<Aggregate, Takes>> = {
  count: { field: 'none', types: [], time: false },
  sum: { field: 'one', types: numbers, time: false },
  mean: { field: 'one', types: numbers, time: false },
  min: { field: 'one', types: [...numbers, ...moments], time: false },
  max: { field: 'one', types: [...numbers, ...moments], time: false },
  first: { field: 'one', types: plain, time: true },
  last: { field: 'one', types: plain, time: true },
  distinct: { field: 'one', types: plain, time: false },
  share: { field: 'optional', types: numbers, time: false },
  trend: { field: 'one', types: numbers, time: true },
  daysSince: { field: 'none', types: [], time: true },
};

/** Whether an aggregate is of a field, of none, or of either. */
export const fieldNeed = (aggregate: Aggregate): Takes['field'] => takes[aggregate].field;

/** Whether a field of this type can be aggregated so. */
export const takesType = (aggregate: Aggregate, type: FieldType): boolean => takes[aggregate].types.includes(type);

/** Whether a feature cannot be computed without a time. */
export const needsTime = ({ aggregate, window }: Pick<Feature, 'aggregate' | 'window'>): boolean =>
  window.kind === 'last' || takes[aggregate].time;

/** The type of a feature of a field of some type; null: of none. */
export function featureType(aggregate: Aggregate, type: FieldType | null): FieldType {
  switch (aggregate) {
    case 'count':
    case 'distinct':
    case 'daysSince':
      return 'integer';
    case 'mean':
    case 'share':
    case 'trend':
      return 'number';
    case 'sum':
    case 'min':
    case 'max':
    case 'first':
    case 'last':
      return type ?? 'integer';
  }
}
