import { type ComponentType, useLayoutEffect, useReducer, useState } from 'react';

/**
 * A view that is fetched when it is first shown, with nothing in its place until it is there. Not by `lazy`: React holds back
 * for 300 ms what takes the place of an empty one, and for as long as other updates come in before it, which left the work
 * area blank for one to three seconds after an undo.
 */
export function onDemand<P extends object>(fetch: () => Promise<ComponentType<P>>): ComponentType<P> {
  let View: ComponentType<P> | undefined;
  return function OnDemand(props: P) {
    const [, drawAgain] = useReducer((times: number) => times + 1, 0);
    const [failed, setFailed] = useState<{ error: unknown } | null>(null);
    useLayoutEffect(() => {
      if (View) return;
      let gone = false;
      fetch().then(
        (view) => {
          View = view;
          if (!gone) drawAgain();
        },
        (error: unknown) => {
          if (!gone) setFailed({ error });
        },
      );
      return () => {
        gone = true;
      };
    }, []);
    if (failed) throw failed.error;
    return View ? <View {...props} /> : null;
  };
}
