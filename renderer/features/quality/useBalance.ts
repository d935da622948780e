import { useQuery } from '@tanstack/react-query';
import type { SaidSide, Side } from '#shared/clients/index.ts';
import { useDatasets } from '../../app/data/useDatasets.ts';
import { edit } from '../../app/definitions/drafts.ts';
import { useDefinitions } from '../../app/definitions/useDefinitions.ts';
import { engine } from '../../app/ports/clients.ts';
import { keys } from '../../app/query/keys.ts';

/** The balance of channels, and how to say what a channel is; null where there is no client model that could keep it. */
export function useBalance() {
  const datasets = useDatasets();
  const { definitions } = useDefinitions('clients');
  const model = definitions?.[0];
  const basis = datasets.data?.map(({ id, version, fields }) => [id, version, fields.map((each) => each.sensitivity)]);
  const query = useQuery({
    queryKey: [...keys.results, 'quality.balance', basis, model?.version, model?.savedAt],
    enabled: basis !== undefined && definitions !== undefined,
    queryFn: ({ signal }) => engine.call('quality.balance', {}, { signal }),
  });
  const say = model
    ? (table: string, value: string | null, side: Side | null) => {
        const others = (model.body.sides ?? []).filter((each) => each.table !== table || each.value !== value);
        const said: SaidSide[] = side === null ? others : [...others, { table, value, side }];
        edit({ ...model, body: { ...model.body, sides: said } });
      }
    : null;
  return { data: query.data, error: query.error, say };
}
