import { ensureElectron } from './index.ts';

console.log(JSON.stringify(await ensureElectron({ quiet: true }), null, 2));
