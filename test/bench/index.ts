import { coldStart } from './coldStart.ts';
import { contractCall } from './contractCall.ts';
import { features } from './features.ts';
import { type Figure, formatFigure, ratioOf } from './figures.ts';
import { funnel } from './funnel.ts';
import { gb18030 } from './gb18030.ts';
import { importCsv } from './importCsv.ts';
import { match } from './match.ts';
import { portrait } from './portrait.ts';
import { preview } from './preview.ts';
import { profile } from './profile.ts';
import { recipe } from './recipe.ts';
import { report } from './report.ts';
import { roiStudy } from './roiStudy.ts';
import { segmentCount } from './segmentCount.ts';
import { xlsx } from './xlsx.ts';

/** `npm run bench [name …]`: every figure as a ratio to its baseline in the same run. Slow machines move both. */
const benchmarks = {
  call: async () => [await contractCall()],
  start: coldStart,
  import: importCsv,
  gb18030,
  preview,
  xlsx,
  profile,
  features,
  funnel,
  roi: roiStudy,
  segment: segmentCount,
  portrait,
  match,
  recipe,
  report: async () => [await report()],
} as const satisfies Record<string, () => Promise<Figure[]>>;

const isName = (name: string): name is keyof typeof benchmarks => Object.hasOwn(benchmarks, name);
const asked = process.argv.slice(2);
const unknown = asked.filter((name) => !isName(name));
if (unknown.length > 0) {
  process.stderr.write(`Unknown: ${unknown.join(', ')}. There are: ${Object.keys(benchmarks).join(', ')}\n`);
  process.exit(2);
}
const missed: string[] = [];
for (const name of asked.length > 0 ? asked.filter(isName) : Object.keys(benchmarks).filter(isName)) {
  for (const figure of await benchmarks[name]()) {
    process.stdout.write(`${formatFigure(figure)}\n`);
    if (ratioOf(figure) > figure.goal) missed.push(figure.name);
  }
}
process.stdout.write(missed.length === 0 ? 'All goals met.\n' : `Goals missed: ${missed.join('; ')}.\n`);
