import { z } from 'zod';
import { wireErrorSchema } from '../errors/index.ts';

const id = z.string().min(1).max(64);

/** From the calling side. */
export const requestSchema = z.discriminatedUnion('type', [
  z.strictObject({ type: z.literal('call'), id, name: z.string(), params: z.unknown() }),
  z.strictObject({ type: z.literal('cancel'), id }),
]);

/** From the serving side. An event answers no call, so it has an id of its own. */
export const responseSchema = z.discriminatedUnion('type', [
  z.strictObject({ type: z.literal('result'), id, value: z.unknown() }),
  z.strictObject({ type: z.literal('progress'), id, value: z.unknown() }),
  z.strictObject({ type: z.literal('error'), id, error: wireErrorSchema }),
  z.strictObject({ type: z.literal('event'), id, event: z.unknown() }),
]);

export type Request = z.infer<typeof requestSchema>;
export type Response = z.infer<typeof responseSchema>;
