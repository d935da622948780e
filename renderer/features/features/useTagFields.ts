import { useMemo } from 'react';
import { type FeaturesDefinition, featureType } from '#shared/features/index.ts';
import type { Dataset, Field } from '#shared/intake/index.ts';
import type { Fields } from '../segments/index.ts';

/** The fields that a tag can test: those of clients, and before them the features beside it, whether or not they were ever made. */
export function useTagFields(fields: Fields, body: FeaturesDefinition, datasets: readonly Dataset[]): Fields {
  return useMemo(() => {
    const own = ownFields(body, datasets);
    const made = fields.tables.find(({ table }) => table === body.output);
    const table = {
      table: body.output,
      dataset: made?.dataset ?? null,
      version: made?.version ?? 0,
      rows: made?.rows ?? 0,
      linked: false,
      fields: own,
    };
    const others = fields.tables.filter((each) => each.table !== body.output);
    return {
      tables: own.length === 0 ? others : [table, ...others],
      find: (ref) => (ref.table === body.output ? own.find(({ name }) => name === ref.field) : fields.find(ref)),
      isLinked: (name) => name !== body.output && fields.isLinked(name),
    };
  }, [fields, body, datasets]);
}

function ownFields({ features }: FeaturesDefinition, datasets: readonly Dataset[]): Field[] {
  return features.map(({ name, table, field, aggregate }) => {
    const source = datasets.find((each) => each.name === table)?.fields.find((each) => each.name === field);
    const type = featureType(aggregate, source?.type ?? null);
    return {
      name,
      type,
      nativeType: '',
      sensitivity: 'internal',
      nulls: 0,
      minimum: null,
      maximum: null,
      approximateDistinct: 0,
    };
  });
}
