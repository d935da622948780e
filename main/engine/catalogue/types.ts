import type { Definition, DefinitionKind, DefinitionOf, Step, StepOutcome } from '#shared/contract/index.ts';
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

/**
 * Undo and redo: a stack of edits for each definition, and one of what was created, removed and renamed. `shown` is the
 * definition whose edits count; null: only the workspace's stack does.
 */
export interface History {
  /** What undo and redo would do. */
  state(shown: string | null): { undo: Step | null; redo: Step | null };
  /** Throws `definitionExists` when a name that comes back was taken meanwhile; nothing is changed then. */
  undo(shown: string | null): StepOutcome;
  redo(shown: string | null): StepOutcome;
  /** What was done so far is where the user starts: it cannot be undone. */
  forget(): void;
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
  /** Puts the next version of a dataset in its place and keeps the one before as an earlier version: both or neither. */
  supersede(dataset: Dataset): void;
  /** The earlier versions of a dataset, newest first. */
  earlier(id: string): Dataset[];
  /** The earlier versions of all datasets. */
  allEarlier(): Dataset[];
  forgetVersion(id: string, version: number): void;
  /** With its earlier versions. */
  remove(id: string): void;
}

export interface JobStore {
  start(kind: string, subject: string): string;
  finish(id: string, outcome: 'done' | 'failed' | 'cancelled', detail?: string): void;
}

/** What is set for a workspace, as text. */
export interface SettingStore {
  get(name: string): string | undefined;
  set(name: string, value: string): void;
}

/** What may be recorded, never with cell values. */
export type AuditAction =
  | 'open'
  | 'import'
  | 'derive'
  | 'restore'
  | 'removeDataset'
  | 'definition'
  | 'export'
  | 'reveal'
  | 'sensitivity'
  | 'repair'
  | 'controls';

export interface AuditLog {
  append(action: AuditAction, subject: string, facts: Readonly<Record<string, string | number>>): void;
  /** The sequence number of the first entry that does not follow from the one before, or null. */
  verify(): number | null;
}

/** The SQLite of one workspace. Synchronous: everything in it is small. */
export interface Catalogue {
  readonly definitions: DefinitionStore;
  readonly history: History;
  readonly datasets: DatasetStore;
  readonly settings: SettingStore;
  readonly jobs: JobStore;
  readonly audit: AuditLog;
  /** What `work` writes is kept whole or not at all, also when killed. */
  together(work: () => void): void;
  close(): void;
}
