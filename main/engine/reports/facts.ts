import type { ClientsDefinition, ClientsSummary } from '#shared/clients/index.ts';
import type { Definition, Provenance } from '#shared/contract/index.ts';
import type { AppError } from '#shared/errors/index.ts';
import type { FunnelDefinition, FunnelResult } from '#shared/funnels/index.ts';
import type { Dataset, DerivedKind } from '#shared/intake/index.ts';
import type { PortraitDefinition, PortraitResult } from '#shared/portraits/index.ts';
import type { PageKind, ReportDefinition } from '#shared/reports/index.ts';
import type { RoiDefinition, RoiResult } from '#shared/roi/index.ts';
import type { SegmentDefinition, SegmentResult } from '#shared/segments/index.ts';

interface Page<K extends PageKind, D, R> {
  readonly kind: K;
  readonly name: string;
  readonly definition: D;
  readonly result: R;
  readonly provenance: Provenance;
  /** The analyst's sentence in place of the product's; null where it stands as it was written. */
  readonly edited: string | null;
}

export type SegmentPage = Page<'segment', SegmentDefinition, SegmentResult>;
export type PortraitPage = Page<'portrait', PortraitDefinition, PortraitResult>;
export type FunnelPage = Page<'funnel', FunnelDefinition, FunnelResult>;
export type RoiPage = Page<'roi', RoiDefinition, RoiResult>;

/** A result as a page shows it. */
export type ComputedPage = SegmentPage | PortraitPage | FunnelPage | RoiPage;

/** A page whose result could not be computed from what there is; it says why. */
export interface FailedPage {
  readonly kind: 'failed';
  readonly name: string;
  readonly error: AppError;
}

export type PageFacts = ComputedPage | FailedPage;

/** All that a report says, collected; what follows from it is pure. */
export interface ReportFacts {
  readonly name: string;
  readonly definition: ReportDefinition;
  /** The version saved in the catalogue; null while it is not saved as it is. */
  readonly version: number | null;
  readonly clients: {
    readonly definition: ClientsDefinition;
    readonly summary: ClientsSummary;
    readonly provenance: Provenance;
  } | null;
  /** In page order. */
  readonly pages: readonly PageFacts[];
  /** Segments that others refer to and that have no page of their own. */
  readonly referred: readonly { readonly name: string; readonly definition: SegmentDefinition }[];
  /** Funnels that a segment refers to, and that have no page of their own. */
  readonly funnels: readonly { readonly name: string; readonly definition: FunnelDefinition }[];
  /** Every dataset that was read, and what the computed ones among them were made from, at first or second hand. */
  readonly datasets: readonly Dataset[];
  /** The definitions that made the computed ones. */
  readonly made: readonly { readonly kind: DerivedKind; readonly name: string; readonly body: Definition['body'] }[];
  readonly engine: { readonly clientscope: string; readonly duckdb: string };
}

/** The pages of a report that have a result. */
export const computedOf = (pages: readonly PageFacts[]): ComputedPage[] =>
  pages.flatMap((page) => (page.kind === 'failed' ? [] : [page]));
