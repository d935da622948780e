import { useDatasets } from '../data/useDatasets.ts';
import { useShown } from '../history/shown.ts';
import { useHistory } from '../history/useHistory.ts';
import { useShellState } from '../preferences/usePreferences.ts';
import { useUi } from '../state/ui.ts';
import { useWorkspace } from '../workspace/useWorkspace.ts';
import type { CommandState } from './command.ts';

const defaultPreferences = { locale: 'zh', theme: 'system' } as const;

/** What commands are chosen and named by, kept up to date. */
export function useCommandState(): CommandState {
  const open = Boolean(useWorkspace().data);
  const area = useUi((state) => state.area);
  const preferences = useShellState().data?.preferences ?? defaultPreferences;
  const datasets = useDatasets(open).data ?? [];
  const { definitions, shown } = useShown(open);
  const { undo, redo } = useHistory(shown, open);
  return { open, area, shown, definitions, datasets, undo, redo, preferences };
}
