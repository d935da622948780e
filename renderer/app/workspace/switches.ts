const listeners = new Set<() => void>();
const finishers = new Set<() => Promise<unknown>>();

/** Registers what must be forgotten when another workspace is opened, or none is. */
export function onWorkspaceSwitch(forget: () => void): void {
  listeners.add(forget);
}

/** Registers what must be saved or stopped while the workspace is still open. */
export function beforeWorkspaceSwitch(finish: () => Promise<unknown>): void {
  finishers.add(finish);
}

/** Lets everyone who has something on its way into the workspace finish it. Failures show where they belong. */
export async function finishWorkspace(): Promise<void> {
  await Promise.allSettled([...finishers].map((finish) => finish()));
}

/** Tells everyone who keeps something of the workspace. */
export function forgetWorkspace(): void {
  for (const forget of listeners) forget();
}
