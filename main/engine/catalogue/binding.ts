/**
 * An older Electron than the product's own needs a binding of SQLite built for it: scripts/runtime says where it is. Under
 * plain Node the same variable may be set, for a child that is an Electron.
 */
export function sqliteBinding(): { nativeBinding?: string } {
  const nativeBinding = process.versions.electron ? process.env.CLIENTSCOPE_SQLITE_BINDING : undefined;
  return nativeBinding ? { nativeBinding } : {};
}
