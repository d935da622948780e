const listeners = new Set<() => void>();

/** Registers what must be forgotten when another workspace is opened, or none is. */
export function onWorkspaceSwitch(forget: () => void): void {
  listeners.add(forget);
}

/** Tells everyone who keeps something of the workspace. */
export function forgetWorkspace(): void {
  for (const forget of listeners) forget();
}
