import type { z } from 'zod';
import type { Contract, Progress } from '../contract/method.ts';
import { AppError } from '../errors/index.ts';
import { describeIssue } from './issue.ts';

/** What a handler gets beside its parameters. */
export interface CallContext<P> {
  readonly requestId: string;
  /** Aborted when the caller cancels or goes away. */
  readonly signal: AbortSignal;
  readonly progress: (value: P) => void;
}

export type Handlers<C extends Contract> = {
  readonly [N in keyof C]: (
    params: z.output<C[N]['params']>,
    context: CallContext<Progress<C, N>>,
  ) => Promise<z.input<C[N]['result']>> | z.input<C[N]['result']>;
};

/** Answers one call. Throws AppError (`invalidParams`) for parameters that are not the contract's. */
export type Answer = (params: unknown, context: CallContext<unknown>) => unknown;

/** Who answers the call of a name, if there is one; asked at each call, so that it can be fetched at the first. */
export type Service = (name: string) => Answer | undefined | Promise<Answer | undefined>;

/**
 * A contract and what fulfils it. Parameters are validated and unknown keys refused; results are trusted, because the
 * types already bind the handlers and pages are large.
 */
export function serviceOf<C extends Contract>(
  contract: C,
  handlers: Handlers<C>,
): (name: string) => Answer | undefined {
  return (name) => {
    const method = Object.hasOwn(contract, name) ? contract[name] : undefined;
    if (!method) return undefined;
    const handler = handlers[name as keyof C] as Answer;
    return (raw, context) => {
      const params = method.params.safeParse(raw);
      if (!params.success) throw new AppError('validation', 'invalidParams', describeIssue(params.error));
      return handler(params.data, context);
    };
  };
}
