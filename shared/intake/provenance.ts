import type { Dataset, Field } from './dataset.ts';

/** The columns that the product adds to say where a row came from, as they are called where no other column is. */
export const provenanceColumns = { file: '来源文件', lists: '来源名单', rows: '来源行数' } as const;

const named = new RegExp(`^(?:${Object.values(provenanceColumns).join('|')})(?:_\\d+)?$`);

/** Whether a field says where a row came from: it tells of the exports, and not of the clients. A file's own column of that name does not. */
export const saysWhereFrom = (
  { parts, derived }: Pick<Dataset, 'parts' | 'derived'>,
  { name }: Pick<Field, 'name'>,
): boolean => (parts !== undefined || derived !== undefined) && named.test(name);
