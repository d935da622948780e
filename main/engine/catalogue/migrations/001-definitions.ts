/** Definitions and their immutable versions. Names are unique among the living of a kind. */
export const definitions = `
CREATE TABLE definition (
  id TEXT PRIMARY KEY,
  kind TEXT NOT NULL,
  name TEXT NOT NULL,
  removed_at TEXT
) STRICT;
CREATE UNIQUE INDEX definition_name ON definition (kind, name) WHERE removed_at IS NULL;
CREATE TABLE definition_version (
  definition_id TEXT NOT NULL REFERENCES definition (id),
  version INTEGER NOT NULL,
  name TEXT NOT NULL,
  body TEXT NOT NULL,
  saved_at TEXT NOT NULL,
  PRIMARY KEY (definition_id, version)
) STRICT;
`;
