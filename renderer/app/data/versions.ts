import type { Dataset } from '#shared/intake/index.ts';

/** Which data a result was made from: part of the key it is cached under, so that no figure outlives its data. */
export function versionsOf(datasets: readonly Dataset[] | undefined): string {
  return (datasets ?? []).map(({ name, id, version }) => `${name}/${id}/${version}`).join('|');
}
