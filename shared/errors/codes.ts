import { z } from 'zod';

/** Every way a call can fail, as the caller needs to tell them apart. */
export const errorCodes = [
  'cancelled',
  'validation',
  'notFound',
  'conflict',
  'syntax',
  'catalog',
  'binder',
  'conversion',
  'constraint',
  'permission',
  'outOfMemory',
  'diskFull',
  'io',
  'fileLocked',
  'corrupt',
  'engineRestarted',
  'internal',
] as const;

export const errorCodeSchema = z.enum(errorCodes);
export type ErrorCode = z.infer<typeof errorCodeSchema>;
