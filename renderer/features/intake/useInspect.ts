import { keepPreviousData, useQuery } from '@tanstack/react-query';
import { useRef, useState } from 'react';
import type { CallProgress } from '#shared/contract/index.ts';
import type { Preview } from '#shared/intake/index.ts';
import { type Inspected, inspectionOf } from './inspection.ts';

/** How a file would be read with these options. Each change cancels the look before it; the old sample stays till then. */
export function useInspect(file: Inspected) {
  const [progress, setProgress] = useState<CallProgress | null>(null);
  const inspection = useQuery({
    ...inspectionOf(file, setProgress),
    placeholderData: keepPreviousData,
  });
  // After a setting that does not fit, the last sample stays, so that the setting can be changed back.
  const lastGood = useRef<Preview | undefined>(undefined);
  if (inspection.data) lastGood.current = inspection.data;
  return { ...inspection, preview: inspection.data ?? lastGood.current, progress };
}
