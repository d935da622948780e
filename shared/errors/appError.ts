import { z } from 'zod';
import { type ErrorCode, errorCodeSchema } from './codes.ts';
import { describe, type Locale, type MessageId, messageIds } from './messages.ts';

const paramsSchema = z.record(z.string(), z.union([z.string(), z.number()]));

/** An error as it crosses a process boundary: a code for programs, a message id with parameters for people. */
export const wireErrorSchema = z.strictObject({
  code: errorCodeSchema,
  message: z.enum(messageIds),
  params: paramsSchema,
  /** The technical text (DuckDB's own words, say), for those who ask for details. */
  detail: z.string().optional(),
  requestId: z.string().optional(),
});
export type WireError = z.infer<typeof wireErrorSchema>;
export type ErrorParams = z.infer<typeof paramsSchema>;

/** The one error class of this project. Everything else that is thrown becomes one at a boundary. */
export class AppError extends Error {
  override readonly name = 'AppError';
  readonly code: ErrorCode;
  readonly messageId: MessageId;
  readonly params: ErrorParams;
  readonly detail: string | undefined;
  /** The call that failed, where the error came over the wire. */
  readonly requestId: string | undefined;

  constructor(
    code: ErrorCode,
    messageId: MessageId,
    params: ErrorParams = {},
    options: { detail?: string | undefined; requestId?: string | undefined; cause?: unknown } = {},
  ) {
    super(describe(messageId, params, 'en'), options.cause === undefined ? {} : { cause: options.cause });
    this.code = code;
    this.messageId = messageId;
    this.params = params;
    this.detail = options.detail;
    this.requestId = options.requestId;
  }

  /** The sentence for a person, in `locale`. */
  sentence(locale: Locale): string {
    return describe(this.messageId, this.params, locale);
  }

  toWire(requestId?: string): WireError {
    return {
      code: this.code,
      message: this.messageId,
      params: this.params,
      ...(this.detail === undefined ? {} : { detail: this.detail }),
      ...(requestId === undefined ? {} : { requestId }),
    };
  }

  static fromWire({ code, message, params, detail, requestId }: WireError): AppError {
    return new AppError(code, message, params, { detail, requestId });
  }
}

/** Narrows a thrown value to an AppError; what is not one becomes `internal`, keeping its own words as detail. */
export function toAppError(thrown: unknown): AppError {
  if (thrown instanceof AppError) return thrown;
  if (thrown instanceof DOMException && thrown.name === 'AbortError') return new AppError('cancelled', 'cancelled');
  const detail = withoutPath(thrown);
  if (saysFull(thrown)) return new AppError('diskFull', 'diskFullNow', {}, { detail, cause: thrown });
  return new AppError('internal', 'internal', {}, { detail, cause: thrown });
}

/** The file system's and SQLite's codes for a disk that is full: any write may meet one. */
function saysFull(thrown: unknown): boolean {
  return thrown instanceof Error && 'code' in thrown && /^(ENOSPC|EDQUOT|SQLITE_FULL)$/.test(String(thrown.code));
}

/** The words of a system error with the file's name in place of its path: folders are the user's business. */
export function withoutPath(thrown: unknown): string {
  if (!(thrown instanceof Error)) return String(thrown);
  const path = 'path' in thrown && typeof thrown.path === 'string' ? thrown.path : '';
  return path === '' ? thrown.message : thrown.message.replaceAll(path, path.split(/[\\/]/).at(-1) ?? '');
}
