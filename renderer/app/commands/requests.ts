import { useEffect, useRef } from 'react';
import { useUi } from '../state/ui.ts';
import { onWorkspaceSwitch } from '../workspace/switches.ts';

/** What a command asks of whichever view can do it. */
export type RequestId =
  | 'create.recipe'
  | 'create.features'
  | 'create.match'
  | 'create.segment'
  | 'create.portrait'
  | 'create.funnel'
  | 'create.roi'
  | 'create.report'
  | 'remove'
  | 'workspace.sample'
  | 'workspace.playbook'
  | 'workspace.create'
  | 'workspace.open';

const takers = new Map<RequestId, () => void>();
let kept: RequestId | null = null;

/** Has a view do something; where it is still being drawn, as soon as it can. */
export function request(id: RequestId): void {
  const taker = takers.get(id);
  if (taker) taker();
  else kept = id;
}

/** Does `take` when a command asks for it, while this view is on screen. null: it cannot be done yet. */
export function useRequest(id: RequestId, take: (() => void) | null): void {
  const newest = useRef(take);
  newest.current = take;
  const able = take !== null;
  useEffect(() => {
    if (!able) return;
    const taker = () => newest.current?.();
    takers.set(id, taker);
    if (kept === id) {
      kept = null;
      taker();
    }
    return () => {
      if (takers.get(id) === taker) takers.delete(id);
    };
  }, [id, able]);
}

const forget = () => {
  kept = null;
};
// What nobody took is not done later, when it would surprise.
useUi.subscribe((now, before) => now.area !== before.area && forget());
onWorkspaceSwitch(forget);
