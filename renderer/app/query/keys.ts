/** Names of what is cached. Everything that the engine answers is under `engine`, so that one call drops it all. */
export const keys = {
  shellState: ['shell', 'state'],
  engine: ['engine'],
  workspace: ['engine', 'workspace'],
  datasets: ['engine', 'datasets'],
  definitions: ['engine', 'definitions'],
  results: ['engine', 'results'],
} as const;
