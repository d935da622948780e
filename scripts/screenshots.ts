import { glob, mkdir, readFile, rm, writeFile } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { runE2e } from './e2e/run.ts';
import { root } from './lib/paths.ts';
import { smallerPng } from './lib/png.ts';

// npm run screenshots: the specs tagged @screenshots, which `npm test` leaves out. Their pictures are for looking at; those
// of images.spec.ts are the ones in docs/images, made alone by: npm run screenshots -- images.spec
const args = ['--grep', '@screenshots', ...process.argv.slice(2)];
const { code, results } = await runE2e({ args, name: 'screenshots' });
const pictures = join(results, 'pictures');
console.log(`Pictures: ${pictures}`);
// Pictures of a failed run may show a screen half drawn.
if (code === 0) await putIntoDocs();
process.exitCode = code;

/** The tests run as a user who can't write into the checkout, so what they took for docs/ is put there now. */
async function putIntoDocs(): Promise<void> {
  for await (const name of glob('docs/**/*.png', { cwd: pictures })) {
    const place = join(root, name);
    await mkdir(dirname(place), { recursive: true });
    await rm(place, { force: true });
    await writeFile(place, smallerPng(await readFile(join(pictures, name))));
    console.log(`Put into ${name}`);
  }
}
