export { AppError, type ErrorParams, toAppError, type WireError, wireErrorSchema, withoutPath } from './appError.ts';
export type { ErrorCode } from './codes.ts';
export { type Locale, locales, type MessageId } from './messages.ts';
