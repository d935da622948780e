import { create } from 'zustand';
import { onWorkspaceSwitch } from '../workspace/switches.ts';

/** How to take back what is on screen of a definition and in no version of it, by the definition's id. */
export const useUnfinished = create<Readonly<Record<string, () => void>>>()(() => ({}));

/**
 * Says that an area shows more of a definition than can be saved, as a condition without its value: undo calls `takeBack`
 * before it takes an edit back. null: it no longer does.
 */
export function setUnfinished(definition: string, takeBack: (() => void) | null): void {
  const { [definition]: known, ...others } = useUnfinished.getState();
  if (takeBack) useUnfinished.setState({ [definition]: takeBack });
  else if (known) useUnfinished.setState(others, true);
}

onWorkspaceSwitch(() => useUnfinished.setState({}, true));
