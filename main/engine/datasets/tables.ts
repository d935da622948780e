import type { Dataset } from '#shared/intake/index.ts';
import { identifier, type Sql } from '../warehouse/index.ts';

/** The warehouse table that holds the rows of a dataset, in file order by rowid. */
export function tableOf(dataset: Pick<Dataset, 'id' | 'version'>): Sql {
  return identifier(tableName(dataset));
}

export function tableName(dataset: Pick<Dataset, 'id' | 'version'>): string {
  return `d_${dataset.id}_${dataset.version}`;
}

/** The table of its quarantined rows: line BIGINT, column_name VARCHAR, reason VARCHAR, detail VARCHAR, text VARCHAR. */
export function quarantineTableOf(dataset: Pick<Dataset, 'id' | 'version'>): Sql {
  return identifier(quarantineTableName(dataset));
}

export function quarantineTableName(dataset: Pick<Dataset, 'id' | 'version'>): string {
  return `q_${dataset.id}_${dataset.version}`;
}

/**
 * The table of what was repaired by hand; there is one only where `repaired` says so. The quarantined row as it stood
 * (id BIGINT, line, column_name, reason, detail, text), and the texts that were taken for its fields (cells VARCHAR[]).
 */
export function repairTableOf(dataset: Pick<Dataset, 'id' | 'version'>): Sql {
  return identifier(repairTableName(dataset));
}

export function repairTableName(dataset: Pick<Dataset, 'id' | 'version'>): string {
  return `r_${dataset.id}_${dataset.version}`;
}
