import type { Definition, DefinitionKind, DefinitionOf } from '#shared/contract/index.ts';
import type { Dataset } from '#shared/intake/index.ts';

type Body<K extends DefinitionKind> = DefinitionOf<K>['body'];

/** Definitions by kind; every save makes a new immutable version. */
export interface DefinitionStore {
  list(kind?: DefinitionKind): Definition[];
  /** Throws `definitionMissing`. */
  get<K extends DefinitionKind>(kind: K, name: string): DefinitionOf<K>;
  /** Throws `definitionGone`. */
  byId(id: string): Definition;
  /** Throws `definitionExists` when the kind has one of that name. */
  create<K extends DefinitionKind>(kind: K, name: string, body: Body<K>): DefinitionOf<K>;
  /** Throws `definitionConflict` when `baseVersion` is no longer the newest. */
  save<K extends DefinitionKind>(
    kind: K,
    id: string,
    baseVersion: number,
    name: string,
    body: Body<K>,
  ): DefinitionOf<K>;
  remove(id: string): void;
}

/** Loaded datasets. The tables themselves are the warehouse's. */
export interface DatasetStore {
  list(): Dataset[];
  /** By name; throws `datasetMissing`. */
  get(name: string): Dataset;
  find(name: string): Dataset | undefined;
  byId(id: string): Dataset;
  add(dataset: Dataset): void;
  /**
   * Puts `dataset`, known already under another name, in the place of `oldId`: both or neither, also when killed. Its id
   * and version stay, because its tables are named by them.
   */
  replace(oldId: string, dataset: Dataset): void;
  remove(id: string): void;
}

export interface JobStore {
  start(kind: string, subject: string): string;
  finish(id: string, outcome: 'done' | 'failed' | 'cancelled', detail?: string): void;
}

/** What may be recorded, never with cell values. */
export type AuditAction = 'open' | 'import' | 'removeDataset' | 'definition' | 'export';

export interface AuditLog {
  append(action: AuditAction, subject: string, facts: Readonly<Record<string, string | number>>): void;
  /** The sequence number of the first entry that does not follow from the one before, or null. */
  verify(): number | null;
}

/** The SQLite of one workspace. Synchronous: everything in it is small. */
export interface Catalogue {
  readonly definitions: DefinitionStore;
  readonly datasets: DatasetStore;
  readonly jobs: JobStore;
  readonly audit: AuditLog;
  close(): void;
}
