import { definitions } from './001-definitions.ts';
import { datasets } from './002-datasets.ts';
import { jobsAndAudit } from './003-jobs-and-audit.ts';
import { history } from './004-history.ts';
import { datasetVersions } from './005-dataset-versions.ts';

/** In order; the number of those applied is SQLite's user_version. Never edit one that has been released. */
export const migrations: readonly string[] = [definitions, datasets, jobsAndAudit, history, datasetVersions];
