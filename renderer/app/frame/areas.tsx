import { ChartPie, Database, FileText, type LucideIcon, UsersRound } from 'lucide-react';
import { type ComponentType, type LazyExoticComponent, lazy } from 'react';
import type { AreaId } from '../state/ui.ts';

interface Area {
  id: AreaId;
  icon: LucideIcon;
  view: LazyExoticComponent<ComponentType>;
}

/** What the rail lists, in order. An area is added by an entry here and its name in the words. */
export const areas: readonly Area[] = [
  {
    id: 'data',
    icon: Database,
    view: lazy(async () => ({ default: (await import('../../features/datasets/index.ts')).DataArea })),
  },
  {
    id: 'clients',
    icon: UsersRound,
    view: lazy(async () => ({ default: (await import('../../features/clients/index.ts')).ClientsArea })),
  },
  {
    id: 'segments',
    icon: ChartPie,
    view: lazy(async () => ({ default: (await import('../../features/segments/index.ts')).SegmentsArea })),
  },
  {
    id: 'reports',
    icon: FileText,
    view: lazy(async () => ({ default: (await import('../../features/reports/index.ts')).ReportsArea })),
  },
];
