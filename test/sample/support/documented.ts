import { fittedDefaults, isDefaulted } from './facts.ts';
import { fittedHalfLife, funnel, lifts, plantedWeights, type Week, weeks } from './figures.ts';
import { uniqueClients } from './portfolio.ts';
import { segments } from './segments.ts';

/** Lines of the tables of docs/sample-portfolio.md, as measured. */
export async function documentedLines(folder: string): Promise<string[]> {
  const clients = uniqueClients(folder);
  const percent = (share: number) => `${(100 * share).toFixed(1)} %`;
  const planted = (await lifts(folder)).map(({ group, all, first }) => {
    if (!first) throw new Error('a group without traits');
    const shares = `${first.inGroup} (${percent(first.inGroup / group.length)}) | ${first.inAll} (${percent(first.inAll / all.length)})`;
    return `| ${first.field} = ${first.value} | ${group.length} | ${shares} | ${first.tgi.toFixed(1)} |`;
  });
  const steps = [...funnel(folder)]
    .sort(([a], [b]) => (a < b ? -1 : 1))
    .map(
      ([channel, counts]) =>
        `| ${channel || 'all'} | ${counts.join(' | ')} | ${percent((counts[2] ?? 0) / (counts[1] ?? 1))} |`,
    );
  const defaults = fittedDefaults(clients).map(
    ({ name, estimate, error }, i) =>
      `| ${name} | ${plantedWeights[i]} | ${estimate.toFixed(3)} | ${error.toFixed(3)} |`,
  );
  const series = await weeks(folder);
  const lives = [...new Set(series.map((week) => week.campaign))].map((name) => {
    const own = series.filter((week) => week.campaign === name);
    const roas = (week: Week | undefined) => ((week?.revenue ?? 0) / (week?.cost ?? 1)).toFixed(3);
    return `| ${name} | ${own.length} | ${roas(own[0])} | ${roas(own.at(-1))} | ${fitted(series, name)} |`;
  });
  const groups = Object.entries(await segments(folder)).map(([name, count]) => `| ${name} | ${count} |`);
  return [
    ...planted,
    ...steps,
    ...defaults,
    ...lives,
    ...groups,
    `${clients.filter(isDefaulted).length} of ${clients.length}`,
  ];
}

function fitted(series: readonly Week[], name: string): string {
  if (series.filter((week) => week.campaign === name).length < 6) return 'no fit';
  const life = fittedHalfLife(series, name);
  return life > 240 ? 'none' : life.toFixed(2);
}
