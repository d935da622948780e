import { join } from 'node:path';
import { app } from 'electron';

/** Where the built parts of the app lie, in a checkout and in a package alike. */
const root = app.getAppPath();

export const paths = {
  renderer: join(root, 'out/renderer'),
  preload: join(root, 'out/preload/index.cjs'),
  engine: join(root, 'out/main/engine.cjs'),
  fonts: join(root, 'out/main/fonts'),
  samplePlaybook: join(root, 'resources/sample/playbook.json'),
  sampleData: join(root, 'resources/sample/data'),
  icon: join(root, 'resources/icon.png'),
} as const;
