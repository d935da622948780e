import type { Sql } from '../warehouse/index.ts';
import { applicationEventsQuery, createApplications } from './applications.ts';
import { campaignsQuery } from './campaigns.ts';
import { clientListQuery, createIdentified, malformedLines } from './clientList.ts';
import { createDraws, createTraits } from './clientTraits.ts';
import type { CsvStyle } from './csvExport.ts';
import { defaultSeed, type SampleOptions, sampleFiles, sampleSizes } from './options.ts';
import { createRandom } from './random.ts';
import { createActivity, createMovements, transactionsQuery } from './transactions.ts';

interface Effort {
  /** The file that it serves. */
  file: string;
  /** About the seconds that it takes in size L. */
  effort: number;
}
interface TableStep extends Effort {
  make: 'table';
  statement: Sql;
}
/** Writes the rows of a query as a file. */
export type OutputStep = Effort & { query: Sql } & (
    | { make: 'csv'; style: CsvStyle }
    | { make: 'parquet' }
    | { make: 'workbook' }
  );

/** Everything to be done, in order: tables that later steps read, and the files. */
export function sampleSteps({
  size,
  seed = defaultSeed,
}: Pick<SampleOptions, 'size' | 'seed'>): (TableStep | OutputStep)[] {
  const clients = sampleSizes[size];
  const random = createRandom(seed);
  const { clients: list, transactions, applications, campaigns } = sampleFiles;
  return [
    { file: list, effort: 12, make: 'table', statement: createDraws(random, clients) },
    { file: list, effort: 2, make: 'table', statement: createTraits() },
    { file: list, effort: 9, make: 'table', statement: createIdentified(random) },
    {
      file: list,
      effort: 9,
      make: 'csv',
      query: clientListQuery(random),
      style: { encoding: 'gb18030', newline: '\r\n', extraLines: malformedLines },
    },
    { file: transactions, effort: 1, make: 'table', statement: createActivity(clients) },
    { file: transactions, effort: 10, make: 'table', statement: createMovements(random) },
    { file: transactions, effort: 6, make: 'parquet', query: transactionsQuery() },
    { file: applications, effort: 10, make: 'table', statement: createApplications(random, clients) },
    {
      file: applications,
      effort: 5,
      make: 'csv',
      query: applicationEventsQuery(),
      style: { encoding: 'utf-8', newline: '\n' },
    },
    { file: campaigns, effort: 1, make: 'workbook', query: campaignsQuery(random) },
  ];
}
