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

/** The system will open nothing, and remember what it was asked to. Returns what that was so far. */
export async function willOpen(app: ElectronApplication): Promise<() => Promise<readonly string[]>> {
  const asked = await app.evaluateHandle(({ shell }) => {
    const asked: string[] = [];
    shell.openPath = async (path) => {
      asked.push(`open ${path}`);
      return '';
    };
    shell.showItemInFolder = (path) => void asked.push(`show ${path}`);
    return asked;
  });
  return () => asked.jsonValue();
}

/** The user will choose this file where a file is asked for, and this folder where a folder is. */
export function willChooseEach(app: ElectronApplication, file: string, folder: string): Promise<void> {
  return app.evaluate(
    ({ dialog }, chosen) => {
      // It is called with a window and what is asked; which of both is there is of no interest here.
      const answer = async (...asked: unknown[]) => {
        const isFolder = JSON.stringify(asked.at(-1)).includes('openDirectory');
        return { canceled: false, filePaths: [isFolder ? chosen.folder : chosen.file] };
      };
      dialog.showOpenDialog = answer;
    },
    { file, folder },
  );
}
