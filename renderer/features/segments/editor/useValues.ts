import { keepPreviousData, useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import type { FieldRef } from '#shared/segments/index.ts';
import { useSettled } from '../../../app/analysis/useSettled.ts';
import { engine } from '../../../app/ports/clients.ts';
import { keys } from '../../../app/query/keys.ts';
import { useFields } from '../useFields.ts';

/** As many as a list can be looked through; beyond, typing narrows it down. */
const limit = 50;

/**
 * The most frequent values of a field, asked for once the list is opened and then for what is typed. None for a field
 * whose values are withheld, or that is not there.
 */
export function useValues(ref: FieldRef) {
  const { tables, find } = useFields();
  const [open, setOpen] = useState(false);
  const [search, setSearch] = useState('');
  const settled = useSettled(search.trim());
  const table = tables.find((each) => each.table === ref.table);
  const query = useQuery({
    queryKey: [...keys.results, 'datasets.values', table?.dataset, table?.version, ref.field, settled],
    enabled: open && Boolean(table?.dataset) && find(ref) !== undefined,
    queryFn: ({ signal }) =>
      engine.call(
        'datasets.values',
        { dataset: table?.dataset ?? '', field: ref.field, search: settled === '' ? null : settled, limit },
        { signal },
      ),
    placeholderData: keepPreviousData,
    // Values that are withheld stay so.
    retry: false,
  });
  return {
    values: query.data?.values ?? [],
    more: query.data?.more ?? false,
    loading: query.isFetching,
    open,
    setOpen,
    setSearch,
  };
}
