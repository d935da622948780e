import { create } from 'zustand';
import { onWorkspaceSwitch } from '../workspace/switches.ts';

/** Reasons offered again. */
const kept = 5;

/** Reasons given in this run, the last one first. They belong to the workspace whose log they are in. */
export const useReasons = create<{ recent: readonly string[] }>()(() => ({ recent: [] }));

export function rememberReason(reason: string): void {
  const given = reason.trim();
  useReasons.setState(({ recent }) => ({ recent: [given, ...recent.filter((each) => each !== given)].slice(0, kept) }));
}

onWorkspaceSwitch(() => useReasons.setState({ recent: [] }));
