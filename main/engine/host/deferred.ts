import type { Contract } from '#shared/contract/index.ts';
import type { Handlers } from '#shared/rpc/index.ts';

/** Handlers of a contract that are fetched when one of them is called. */
export function deferred<C extends Contract>(contract: C, load: () => Promise<Handlers<C>>): Handlers<C> {
  const later =
    <N extends keyof C>(name: N): Handlers<C>[N] =>
    async (params, context) =>
      (await load())[name](params, context);
  // Object.keys says of no object that it has only the names that its type knows; of a contract it is so.
  const names = Object.keys(contract) as (keyof C)[];
  const handlers: Partial<{ -readonly [N in keyof C]: Handlers<C>[N] }> = {};
  for (const name of names) handlers[name] = later(name);
  return handlers as Handlers<C>;
}
