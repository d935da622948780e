import { create } from 'zustand';
import { onWorkspaceSwitch } from '../workspace/switches.ts';

export const areaIds = ['data', 'recipes', 'clients', 'portraits', 'segments', 'funnels', 'roi', 'reports'] as const;
export type AreaId = (typeof areaIds)[number];

/** The pages of the area of clients: who they are, the list merged from several, and fields made of other tables. */
export const clientsPages = ['model', 'match', 'features'] as const;
export type ClientsPage = (typeof clientsPages)[number];

/** What a list has selected, by the kind of thing it lists. */
export type SelectionKind =
  | 'dataset'
  | 'recipe'
  | 'match'
  | 'features'
  | 'portrait'
  | 'segment'
  | 'funnel'
  | 'roi'
  | 'report';

interface UiState {
  area: AreaId;
  clientsPage: ClientsPage;
  selected: Readonly<Record<SelectionKind, string | null>>;
  go(area: AreaId): void;
  /** Goes to a page of the area of clients. */
  showClients(page: ClientsPage): void;
  select(kind: SelectionKind, id: string | null): void;
}

const nothingSelected = {
  dataset: null,
  recipe: null,
  features: null,
  match: null,
  portrait: null,
  segment: null,
  funnel: null,
  roi: null,
  report: null,
} as const;

/** Where the user is. What the data says is never kept here. */
export const useUi = create<UiState>()((set) => ({
  area: 'data',
  clientsPage: 'model',
  selected: nothingSelected,
  go: (area) => set({ area }),
  showClients: (clientsPage) => set({ area: 'clients', clientsPage }),
  select: (kind, id) => set((state) => ({ selected: { ...state.selected, [kind]: id } })),
}));

onWorkspaceSwitch(() => useUi.setState({ area: 'data', clientsPage: 'model', selected: nothingSelected }));
