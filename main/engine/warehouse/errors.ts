import { AppError, type ErrorCode, type MessageId } from '#shared/errors/index.ts';

/** DuckDB gives no codes: the words before " Error:" are all there is. */
const byPrefix: Readonly<Record<string, { code: ErrorCode; message: MessageId }>> = {
  INTERRUPT: { code: 'cancelled', message: 'cancelled' },
  Interrupt: { code: 'cancelled', message: 'cancelled' },
  Parser: { code: 'syntax', message: 'syntax' },
  Syntax: { code: 'syntax', message: 'syntax' },
  Catalog: { code: 'catalog', message: 'catalog' },
  Binder: { code: 'binder', message: 'binder' },
  Conversion: { code: 'conversion', message: 'conversion' },
  'Invalid Input': { code: 'conversion', message: 'conversion' },
  'Out of Range': { code: 'conversion', message: 'conversion' },
  Constraint: { code: 'constraint', message: 'constraint' },
  'Out of Memory': { code: 'outOfMemory', message: 'outOfMemory' },
  IO: { code: 'io', message: 'io' },
  Serialization: { code: 'corrupt', message: 'workspaceCorrupt' },
};

/** Words inside an IO error that mean something more particular. */
const ioWords: readonly { test: RegExp; code: ErrorCode; message: MessageId }[] = [
  {
    test: /could not set lock|conflicting lock|being used by another process/i,
    code: 'fileLocked',
    message: 'workspaceLocked',
  },
  {
    test: /no space left|disk full|max_temp_directory_size|could not write all bytes/i,
    code: 'diskFull',
    message: 'diskFullNow',
  },
  {
    test: /not a valid duckdb|corrupt|checksum|magic bytes|serialization version/i,
    code: 'corrupt',
    message: 'workspaceCorrupt',
  },
];

/** Errors whose words have to be read to know what happened. */
const lowLevel = ['IO', 'FATAL', 'Fatal', 'Serialization', 'TransactionContext'];

/** DuckDB has met an error that it does not go on after: every statement fails until the database is opened again. */
export function isInvalidated(error: AppError): boolean {
  return /FATAL Error:|database has been invalidated/.test(error.detail ?? '');
}

/** What DuckDB threw, as an AppError with DuckDB's own words as its detail. */
export function fromDuckDB(thrown: unknown): AppError {
  if (thrown instanceof AppError) return thrown;
  const detail = thrown instanceof Error ? thrown.message : String(thrown);
  const prefix = /^(?:Failed to [a-z ]+: )?(?:TransactionContext Error: )?([A-Za-z ]+?) Error:/.exec(detail)?.[1];
  if (prefix === 'Permission') return new AppError('permission', 'permission', { path: quoted(detail) }, { detail });
  const found = prefix === undefined ? undefined : byPrefix[prefix];
  const special =
    prefix !== undefined && lowLevel.includes(prefix) ? ioWords.find((word) => word.test.test(detail)) : undefined;
  const kind = special ?? found ?? { code: 'internal' as const, message: 'internal' as const };
  return new AppError(
    kind.code,
    kind.message,
    { file: quoted(detail), name: quoted(detail) },
    { detail, cause: thrown },
  );
}

/** The name of the file in the message, without its folders: those are the user's business. */
function quoted(detail: string): string {
  const path = /"([^"]+)"/.exec(detail)?.[1] ?? '';
  return path.split(/[\\/]/).at(-1) ?? path;
}
