import { useMemo } from 'react';
import type { ReportPage } from '#shared/reports/index.ts';
import { useDefinitions } from '../../app/definitions/useDefinitions.ts';

/** A saved result that can be put on a page. */
export type ResultRef = Pick<ReportPage, 'kind' | 'name'>;

/** All saved results, in the order of the areas; undefined until they are known. */
export function useResults(): readonly ResultRef[] | undefined {
  const { definitions: portraits } = useDefinitions('portrait');
  const { definitions: segments } = useDefinitions('segment');
  const { definitions: funnels } = useDefinitions('funnel');
  const { definitions: roi } = useDefinitions('roi');
  return useMemo(
    () =>
      portraits &&
      segments &&
      funnels &&
      roi &&
      [...portraits, ...segments, ...funnels, ...roi].map(({ kind, name }) => ({ kind, name })),
    [portraits, segments, funnels, roi],
  );
}

/** Tells results apart: their names are unique within a kind. */
export const keyOf = ({ kind, name }: ResultRef): string => `${kind}/${name}`;
