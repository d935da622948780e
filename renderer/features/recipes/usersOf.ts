import type { Definition } from '#shared/contract/index.ts';

/** The definitions that go by a dataset of this name; a definition names every dataset that it reads as a `table`. */
export const usersOf = (definitions: readonly Definition[], dataset: string): Definition[] =>
  definitions.filter(({ body }) => names(body, dataset));

function names(value: unknown, dataset: string): boolean {
  if (typeof value !== 'object' || value === null) return false;
  return Object.entries(value).some(([key, each]) => (key === 'table' ? each === dataset : names(each, dataset)));
}
