/** What datasets were before their newest version, and the few things that are set for a workspace. */
export const datasetVersions = `
CREATE TABLE dataset_version (
  dataset_id TEXT NOT NULL,
  version INTEGER NOT NULL,
  description TEXT NOT NULL,
  PRIMARY KEY (dataset_id, version)
) STRICT;
CREATE TABLE setting (
  name TEXT PRIMARY KEY,
  value TEXT NOT NULL
) STRICT;
`;
