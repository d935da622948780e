/**
 * What can be undone, a step a row: `before` and `after` are versions of an edit, names of a renaming. `undone` is null
 * while the step stands, else its place in the order in which steps were undone: redo takes the last one first.
 */
export const history = `
CREATE TABLE step (
  sequence INTEGER PRIMARY KEY,
  stack TEXT NOT NULL,
  definition_id TEXT NOT NULL REFERENCES definition (id),
  what TEXT NOT NULL CHECK (what IN ('edited', 'created', 'removed', 'renamed')),
  before TEXT,
  after TEXT,
  undone INTEGER
) STRICT;
CREATE INDEX step_of_stack ON step (stack, sequence);
`;
