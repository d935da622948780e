import { createContext, useContext, useMemo } from 'react';
import type { ClientsDefinition } from '#shared/clients/index.ts';
import type { Dataset, Field } from '#shared/intake/index.ts';
import type { FieldRef } from '#shared/segments/index.ts';

/** A table whose fields can be asked for: the client list, or one that is linked to it. */
export interface FieldTable {
  table: string;
  /** The dataset behind it, null where there is none yet, and which version of it. */
  dataset: string | null;
  version: number;
  rows: number;
  /** True for a linked table, where a condition means: at least one row. */
  linked: boolean;
  fields: readonly Field[];
}

export interface Fields {
  tables: readonly FieldTable[];
  find(ref: FieldRef): Field | undefined;
  isLinked(table: string): boolean;
}

/** The fields that conditions can be made of, given the client model. */
export function useFieldTables(datasets: readonly Dataset[], clients: ClientsDefinition): Fields {
  return useMemo(() => {
    const linked = new Set(clients.facts.map((fact) => fact.table));
    const names = [clients.table, ...linked];
    const tables = names.flatMap((name) => {
      const dataset = datasets.find((each) => each.name === name);
      return dataset
        ? [
            {
              table: name,
              dataset: dataset.id,
              version: dataset.version,
              rows: dataset.rows,
              linked: linked.has(name),
              fields: dataset.fields,
            },
          ]
        : [];
    });
    const byRef = new Map(
      tables.flatMap(({ table, fields }) => fields.map((field) => [key(table, field.name), field])),
    );
    return {
      tables,
      find: (ref) => byRef.get(key(ref.table, ref.field)),
      isLinked: (table) => linked.has(table),
    };
  }, [datasets, clients]);
}

const key = (table: string, field: string) => JSON.stringify([table, field]);

/** Fields, for the parts of the rule editor. */
export const FieldsContext = createContext<Fields>({ tables: [], find: () => undefined, isLinked: () => false });
export const useFields = () => useContext(FieldsContext);
