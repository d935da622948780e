import type { DefinitionKind } from '#shared/contract/index.ts';
import { useUi } from '../state/ui.ts';
import { placeOf } from './areas.tsx';

/** Goes where definitions of a kind are shown. */
export function goTo(kind: DefinitionKind): void {
  const place = placeOf(kind);
  if (!place) return;
  const { go, showClients } = useUi.getState();
  if (place.page !== null) showClients(place.page);
  go(place.area.id);
}
