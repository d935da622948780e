import { AppError } from '#shared/errors/index.ts';

interface Tables {
  /** Views last. */
  readonly tables: readonly string[];
  readonly views: readonly string[];
  isEmpty(table: string): boolean | Promise<boolean>;
}

/**
 * The table that was asked for or, where none was, the first with a row. One that cannot be read is passed over then, and
 * so is every view: what it computes may take forever, so it is read only when it is asked for by name.
 */
export async function chooseTable(database: Tables, wanted: string | undefined, file: string): Promise<string> {
  if (wanted !== undefined) {
    if (!database.tables.includes(wanted)) throw new AppError('notFound', 'tableMissing', { file, table: wanted });
    return wanted;
  }
  const views = new Set(database.views);
  for (const table of database.tables) if (!views.has(table) && !(await isEmpty(database, table))) return table;
  const view = database.views[0];
  if (view !== undefined) throw new AppError('validation', 'databaseOnlyViews', { file, view });
  throw new AppError('validation', 'databaseEmpty', { file });
}

async function isEmpty(database: Tables, table: string): Promise<boolean> {
  try {
    return await database.isEmpty(table);
  } catch (thrown) {
    if (thrown instanceof AppError && thrown.messageId === 'tableUnreadable') return true;
    throw thrown;
  }
}
