import type { ClientsDefinition, ClientsSummary } from '#shared/clients/index.ts';
import type { Provenance } from '#shared/contract/index.ts';
import type { FunnelDefinition } from '#shared/funnels/index.ts';
import type { Dataset } from '#shared/intake/index.ts';
import type { ReportDefinition } from '#shared/reports/index.ts';
import type { SegmentDefinition, SegmentResult } from '#shared/segments/index.ts';

/** A segment with its result, as a page shows it. */
export interface SegmentFacts {
  readonly name: string;
  readonly definition: SegmentDefinition;
  readonly result: SegmentResult;
  readonly provenance: Provenance;
}

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
  /** One a page, in page order. */
  readonly segments: readonly SegmentFacts[];
  /** Segments that others refer to and that have no page of their own. */
  readonly referred: readonly { readonly name: string; readonly definition: SegmentDefinition }[];
  /** Funnels that a segment refers to. */
  readonly funnels: readonly { readonly name: string; readonly definition: FunnelDefinition }[];
  /** Every dataset that was read. */
  readonly datasets: readonly Dataset[];
  readonly engine: { readonly clientscope: string; readonly duckdb: string };
}
