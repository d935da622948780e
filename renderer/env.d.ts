import type { ChosenFile } from '#shared/contract/index.ts';

declare global {
  interface Window {
    /** What the preload exposes, and all of it. */
    clientscope?: { grantDropped(files: File[]): Promise<ChosenFile[]> };
  }
}
