import type { ElectronApplication } from '@playwright/test';

/** The user will say "save here", to every question where to save. */
export function willSaveTo(app: ElectronApplication, path: string): Promise<void> {
  return app.evaluate(({ dialog }, filePath) => {
    dialog.showSaveDialog = async () => ({ canceled: false, filePath });
  }, path);
}

/** The user will choose these files, or this folder, whenever asked. */
export function willChoose(app: ElectronApplication, ...paths: string[]): Promise<void> {
  return app.evaluate(({ dialog }, filePaths) => {
    dialog.showOpenDialog = async () => ({ canceled: filePaths.length === 0, filePaths });
  }, paths);
}
