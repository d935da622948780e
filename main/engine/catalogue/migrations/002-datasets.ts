/** Loaded datasets; what is in them is described as JSON, because it is only ever read whole. */
export const datasets = `
CREATE TABLE dataset (
  id TEXT PRIMARY KEY,
  name TEXT NOT NULL UNIQUE,
  version INTEGER NOT NULL,
  loaded_at TEXT NOT NULL,
  description TEXT NOT NULL
) STRICT;
`;
