import { buildIfChanged } from './build-if-changed.ts';

await buildIfChanged({ force: true });
console.log('Built into out/');
