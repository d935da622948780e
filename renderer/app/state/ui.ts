import { create } from 'zustand';
import { onWorkspaceSwitch } from '../workspace/switches.ts';

export const areaIds = ['data', 'clients', 'portraits', 'segments', 'funnels', 'roi', 'reports'] as const;
export type AreaId = (typeof areaIds)[number];

/** What a list has selected, by the kind of thing it lists. */
export type SelectionKind = 'dataset' | 'recipe' | 'portrait' | 'segment' | 'funnel' | 'roi' | 'report';

interface UiState {
  area: AreaId;
  selected: Readonly<Record<SelectionKind, string | null>>;
  go(area: AreaId): void;
  select(kind: SelectionKind, id: string | null): void;
}

const nothingSelected = {
  dataset: null,
  recipe: null,
  portrait: null,
  segment: null,
  funnel: null,
  roi: null,
  report: null,
} as const;

/** Where the user is. What the data says is never kept here. */
export const useUi = create<UiState>()((set) => ({
  area: 'data',
  selected: nothingSelected,
  go: (area) => set({ area }),
  select: (kind, id) => set((state) => ({ selected: { ...state.selected, [kind]: id } })),
}));

onWorkspaceSwitch(() => useUi.setState({ area: 'data', selected: nothingSelected }));
