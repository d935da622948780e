import type { Locale } from '#shared/errors/index.ts';
import type { PageFacts } from '../facts.ts';
import { failedView } from './failed.ts';
import { funnelView } from './funnel.ts';
import type { PageView } from './page.ts';
import { portraitView } from './portrait.ts';
import { roiView } from './roi.ts';
import { segmentView } from './segment.ts';

/** How a result is told, by its kind. */
export function pageView(page: PageFacts, locale: Locale): PageView {
  switch (page.kind) {
    case 'segment':
      return segmentView(page, locale);
    case 'portrait':
      return portraitView(page, locale);
    case 'funnel':
      return funnelView(page, locale);
    case 'roi':
      return roiView(page, locale);
    case 'failed':
      return failedView(page, locale);
  }
}
