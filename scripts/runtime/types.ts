/** An Electron that can be started from this checkout. */
export type ElectronRuntime = {
  /** The program to start. */
  executable: string;
  /** What to put before any other argument: the app folder, unless the runtime has it linked in. */
  args: string[];
  version: string;
  source: RuntimeSource;
  /** The runtime's folder as it was published, without any app, for packaging. */
  dist: string;
  /** better-sqlite3 compiled for a runtime too old for its prebuilt binaries. */
  sqliteBinding?: string;
};

export type RuntimeSource = 'override' | 'installed' | 'downloaded' | 'registry';

/** A runtime as found, before the native module has been seen to. */
export type FoundRuntime = Omit<ElectronRuntime, 'sqliteBinding'> & { why: string };
