import type { Definition } from '#shared/contract/index.ts';
import { useDrafts } from '../definitions/drafts.ts';
import { useDefinitions } from '../definitions/useDefinitions.ts';
import { areas } from '../frame/areas.tsx';
import { queryClient } from '../query/client.ts';
import { keys } from '../query/keys.ts';
import { useUi } from '../state/ui.ts';

type Ui = Pick<ReturnType<typeof useUi.getState>, 'area' | 'clientsPage' | 'selected'>;

/** The definition that an area shows: the one selected, or the first of its kind. */
function shownOf({ area, clientsPage, selected }: Ui, definitions: readonly Definition[]): Definition | undefined {
  const at = areas.find((each) => each.id === area);
  const kind = at?.pages?.find(({ page }) => page === clientsPage)?.kind ?? at?.kind ?? null;
  const all = definitions.filter((each) => each.kind === kind);
  const chosen = kind === null || kind === 'clients' ? null : selected[kind];
  return all.find((each) => each.id === chosen) ?? all[0];
}

/** Every definition, and the one on screen. */
export function useShown(open: boolean): { definitions: readonly Definition[]; shown: Definition | undefined } {
  const area = useUi((state) => state.area);
  const clientsPage = useUi((state) => state.clientsPage);
  const selected = useUi((state) => state.selected);
  const { definitions = none } = useDefinitions(undefined, open);
  return { definitions, shown: shownOf({ area, clientsPage, selected }, definitions) };
}

/** The definition that is on screen now. */
export function shownNow(): Definition | undefined {
  const saved = queryClient.getQueryData<Definition[]>(keys.definitions) ?? none;
  const { drafts } = useDrafts.getState();
  return shownOf(
    useUi.getState(),
    saved.map((each) => drafts[each.id]?.definition ?? each),
  );
}

const none: readonly Definition[] = [];
