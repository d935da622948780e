import { join } from 'node:path';
import { DuckDBInstance } from '@duckdb/node-api';

const sampleData = join(import.meta.dirname, '../../../resources/sample/data');

/** Asks DuckDB itself about the sample's transactions, past the product: `rows` is the table, `place` the place in the file. */
export async function askTransactions(query: string): Promise<string[][]> {
  const instance = await DuckDBInstance.create(':memory:');
  const connection = await instance.connect();
  try {
    const path = join(sampleData, '交易流水.parquet').replaceAll("'", "''");
    await connection.run(
      `CREATE VIEW rows AS SELECT *, file_row_number AS place FROM read_parquet('${path}', file_row_number = true)`,
    );
    const result = await connection.runAndReadAll(query);
    return result.getRowsJson().map((row) => row.map(String));
  } finally {
    connection.closeSync();
    instance.closeSync();
  }
}
