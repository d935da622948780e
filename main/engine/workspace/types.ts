import type { EngineEvent } from '#shared/contract/index.ts';
import type { Catalogue } from '../catalogue/index.ts';
import type { Warehouse } from '../warehouse/index.ts';

/** An open workspace: all that a feature needs. Features get it as their first argument and keep nothing of their own. */
export interface Workspace {
  /** The same each time it is opened where it lies, and no path: windows may know it. */
  readonly id: string;
  readonly path: string;
  readonly name: string;
  readonly sample: boolean;
  readonly warehouse: Warehouse;
  readonly catalogue: Catalogue;
  /** Tells every window. */
  emit(event: EngineEvent): void;
}
