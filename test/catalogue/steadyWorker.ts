import { openCatalogue } from '#engine/catalogue/index.ts';
import { doNumber } from './steadyWork.ts';

// Works until it is killed, and says after each number that it is done.
const catalogue = openCatalogue(process.argv[2] ?? '', 'w');
for (let i = 0; ; i++) {
  doNumber(catalogue, i);
  process.stdout.write(`${i}\n`);
}
