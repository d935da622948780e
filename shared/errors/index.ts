export { AppError, type ErrorParams, toAppError, type WireError, wireErrorSchema } from './appError.ts';
export { type ErrorCode, errorCodes } from './codes.ts';
export { describe, type Locale, locales, type MessageId } from './messages.ts';
