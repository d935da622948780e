import {
  Brush,
  ChartPie,
  ContactRound,
  Database,
  FileText,
  Funnel,
  type LucideIcon,
  TrendingDown,
  UsersRound,
} from 'lucide-react';
import type { ComponentType } from 'react';
import type { DefinitionKind } from '#shared/contract/index.ts';
import type { Command } from '../commands/command.ts';
import { onDemand } from '../onDemand.tsx';
import type { AreaId, ClientsPage } from '../state/ui.ts';

export interface Area {
  id: AreaId;
  icon: LucideIcon;
  view: ComponentType;
  /**
   * The kind of definition that it shows: what undo, renaming and deleting act on while it is on screen, and what it makes
   * on request (`useRequest('create.…')` in its view). null: it shows none.
   */
  kind: DefinitionKind | null;
  /** It can make them only when it is known who the clients are. */
  needsClients?: boolean;
  /** Its other pages, each with the kind of definition that it shows; `kind` is that of its first. */
  pages?: readonly AreaPage[];
  /** Commands of its own, beside the ways to it, to a new definition and to each that there is. */
  commands?: readonly Command[];
}

interface AreaPage {
  page: ClientsPage;
  kind: DefinitionKind;
  view: ComponentType;
  needsClients?: boolean;
}

/** What the rail lists, in order. An area and its commands are added by an entry here and its name in the words. */
export const areas: readonly Area[] = [
  {
    id: 'data',
    icon: Database,
    kind: null,
    view: onDemand(async () => (await import('../../features/datasets/index.ts')).DataArea),
  },
  {
    id: 'recipes',
    icon: Brush,
    kind: 'recipe',
    view: onDemand(async () => (await import('../../features/recipes/index.ts')).RecipesArea),
  },
  {
    id: 'clients',
    icon: UsersRound,
    kind: 'clients',
    pages: [
      {
        page: 'match',
        kind: 'match',
        view: onDemand(async () => (await import('../../features/matching/index.ts')).MatchingPage),
      },
      {
        page: 'features',
        kind: 'features',
        needsClients: true,
        view: onDemand(async () => (await import('../../features/features/index.ts')).FeaturesPage),
      },
    ],
    view: onDemand(async () => (await import('../../features/clients/index.ts')).ClientsArea),
  },
  {
    id: 'portraits',
    icon: ContactRound,
    kind: 'portrait',
    needsClients: true,
    view: onDemand(async () => (await import('../../features/portraits/index.ts')).PortraitsArea),
  },
  {
    id: 'segments',
    icon: ChartPie,
    kind: 'segment',
    needsClients: true,
    view: onDemand(async () => (await import('../../features/segments/index.ts')).SegmentsArea),
  },
  {
    id: 'funnels',
    icon: Funnel,
    kind: 'funnel',
    needsClients: true,
    view: onDemand(async () => (await import('../../features/funnels/index.ts')).FunnelsArea),
  },
  {
    id: 'roi',
    icon: TrendingDown,
    kind: 'roi',
    view: onDemand(async () => (await import('../../features/roi/index.ts')).RoiArea),
  },
  {
    id: 'reports',
    icon: FileText,
    kind: 'report',
    view: onDemand(async () => (await import('../../features/reports/index.ts')).ReportsArea),
  },
];

/** Where definitions of a kind are shown; null where none are. */
export function placeOf(kind: DefinitionKind): { area: Area; page: ClientsPage | null } | null {
  for (const area of areas) {
    const page = area.pages?.find((each) => each.kind === kind)?.page ?? null;
    if (page !== null) return { area, page };
    if (area.kind === kind) return { area, page: area.pages ? 'model' : null };
  }
  return null;
}
