import { AppError } from '#shared/errors/index.ts';

interface Tables {
  readonly tables: readonly string[];
  isEmpty(table: string): boolean | Promise<boolean>;
}

/** The table that was asked for or, where none was, the first with a row. One that cannot be read is passed over then. */
export async function chooseTable(database: Tables, wanted: string | undefined, file: string): Promise<string> {
  if (wanted !== undefined) {
    if (!database.tables.includes(wanted)) throw new AppError('notFound', 'tableMissing', { file, table: wanted });
    return wanted;
  }
  for (const table of database.tables) if (!(await isEmpty(database, table))) return table;
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
