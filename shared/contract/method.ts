import type { z } from 'zod';

/** One call of a contract: the schemas of what goes in, what comes out and, where it takes long, how far it is. */
export interface Method {
  readonly params: z.ZodType;
  readonly result: z.ZodType;
  readonly progress?: z.ZodType;
}

/** A named set of calls that one side of a port serves and the other makes. */
export type Contract = Readonly<Record<string, Method>>;

export type Params<C extends Contract, N extends keyof C> = z.input<C[N]['params']>;
export type Result<C extends Contract, N extends keyof C> = z.output<C[N]['result']>;
export type Progress<C extends Contract, N extends keyof C> = C[N] extends { progress: infer P extends z.ZodType }
  ? z.output<P>
  : never;
