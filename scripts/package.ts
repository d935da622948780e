import { nodeModule } from './lib/paths.ts';
import { captureNode } from './lib/process.ts';
import { packageApp } from './package/build.ts';

// npm run package: builds the package as a folder, then tests it.
const packaged = await packageApp();
console.log(`Packaged into ${packaged.folder}`);
if (packaged.isTestBuild) console.log('Made with the registry build of Electron: a test build, not to be handed out');
const env = { ...process.env, CLIENTSCOPE_PACKAGED: packaged.executable };
const { code, output } = await captureNode([nodeModule('vitest', 'vitest.mjs'), 'run'], { env });
console.log(output.trim());
process.exitCode = code;
