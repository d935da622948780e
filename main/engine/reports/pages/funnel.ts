import type { Locale } from '#shared/errors/index.ts';
import {
  countsPeople,
  funnelFinding,
  hiddenGroupSteps,
  hiddenSteps,
  isSmall,
  leakingStep,
} from '#shared/findings/index.ts';
import { formatCount, formatDuration, formatInterval, formatShare } from '#shared/format/index.ts';
import type { FunnelGroup, FunnelResult, FunnelStepResult } from '#shared/funnels/index.ts';
import { funnelPageWords, funnelWords, type Html, html, nothing, reportTexts } from '#shared/reports/index.ts';
import { stairs } from '../charts/stairs.ts';
import type { FunnelPage } from '../facts.ts';
import type { PageView } from './page.ts';

const groupsListed = 12;
const suppressed = '…';

/** How many come through the steps, and where they drop out. */
export function funnelView({ name, definition, result }: FunnelPage, locale: Locale): PageView {
  const words = funnelPageWords[locale];
  const people = countsPeople(definition);
  const hidden = people ? hiddenSteps(result.steps.map(({ entries }) => entries)) : [];
  const told = (step: number, value: string) => (hidden[step] ? suppressed : value);
  const end = result.steps.length - 1;
  const [first] = result.steps;
  const last = result.steps.at(-1);
  const leaking = leakingStep(definition, result);
  const none = !first || first.entries === 0 || (people && isSmall(first.entries));
  return {
    finding: funnelFinding(name, definition, result, locale),
    figures: () => [
      [told(0, formatCount(first?.entries ?? 0)), words.entered(definition.entry ?? words.clients)],
      [told(end, formatCount(last?.entries ?? 0)), words.completed],
      [told(end, formatShare(last?.fromFirst.share ?? null)), words.overall],
      [result.open === null ? '—' : people && isSmall(result.open) ? suppressed : formatCount(result.open), words.open],
    ],
    picture: ({ figure }) =>
      none
        ? null
        : {
            drawing: stairs(
              result.steps.map((step, i) => ({
                label: step.name,
                // Its length would tell as much as the number.
                share: hidden[i] ? 0 : (step.fromFirst.share ?? 0),
                count: told(i, formatCount(step.entries)),
                told: hidden[i] ? '' : formatShare(step.fromFirst.share),
                since: i === 0 || hidden[i] || hidden[i - 1] ? '' : sinceBefore(step, words.bracketed),
                leaks: i === leaking,
              })),
              words.since,
            ),
            caption: words.figure(figure, leaking !== null),
          },
    body: ({ table }) =>
      none
        ? nothing
        : html`${stepTable(result, table, hidden, locale)}${
            result.groups === null ? nothing : groupTable(result, definition.breakdown ?? '', table + 1, people, locale)
          }`,
    method: `${words.method}${
      result.withoutTime + result.withoutKey === 0
        ? ''
        : `${reportTexts[locale].gap}${words.leftOut(formatCount(result.withoutTime), formatCount(result.withoutKey))}`
    }`,
    definition: (rules) => funnelWords(definition, rules),
    formulas: words.formulas,
  };
}

/** The share of the step before that reached this one, with its interval. */
function sinceBefore(
  { fromPrevious: { share, interval } }: FunnelStepResult,
  bracketed: (text: string) => string,
): string {
  return share === null ? '' : formatShare(share) + (interval ? bracketed(formatInterval(interval)) : '');
}

/** `hidden`: the steps whose numbers are not told. What leads to or from one of them would tell them too. */
function stepTable({ steps }: FunnelResult, number: number, hidden: readonly boolean[], locale: Locale): Html {
  const words = funnelPageWords[locale];
  return html`<table class="dense">
<caption>${words.table(number)}</caption>
<thead><tr><th scope="col">${words.step}</th><th scope="col" class="n">${words.reached}</th><th scope="col" class="n">${words.fromPrevious}</th><th scope="col" class="n">${words.interval}</th><th scope="col" class="n">${words.fromFirst}</th><th scope="col" class="n">${words.dropped}</th><th scope="col" class="n">${words.median}</th></tr></thead>
<tbody>
${steps.map((step, i) => {
  const own = (value: string) => (hidden[i] ? suppressed : value);
  const since = (value: string) => (hidden[i] || hidden[i - 1] ? suppressed : value);
  const { interval } = step.fromPrevious;
  const dropped = hidden[i] || hidden[i + 1] ? suppressed : formatCount(step.dropped);
  return html`<tr><th scope="row">${i + 1}. ${step.name}</th><td class="n">${own(formatCount(step.entries))}</td><td class="n">${i === 0 ? '' : since(formatShare(step.fromPrevious.share))}</td><td class="n">${i === 0 || !interval ? '' : since(formatInterval(interval))}</td><td class="n">${own(formatShare(step.fromFirst.share))}</td><td class="n">${i === steps.length - 1 ? '' : dropped}</td><td class="n">${step.waiting ? own(formatDuration(step.waiting.median, locale)) : ''}</td></tr>\n`;
})}</tbody>
</table>`;
}

function groupTable(
  { steps, groups, leaks }: FunnelResult,
  field: string,
  number: number,
  people: boolean,
  locale: Locale,
): Html {
  const words = funnelPageWords[locale];
  const leaking = new Set(leaks.map(({ group, step }) => `${group}/${step}`));
  const hidden = people ? hiddenGroupSteps((groups ?? []).map(({ entries }) => entries)) : [];
  const shown = (groups ?? []).slice(0, groupsListed);
  const left = (groups ?? []).length - shown.length;
  const cell = (group: FunnelGroup, at: number, step: number): Html => {
    const [before, now] = [group.entries[step - 1] ?? 0, group.entries[step] ?? 0];
    if (hidden[at]?.[step - 1] || hidden[at]?.[step]) return html`<td class="n">${suppressed}</td>`;
    const text = before === 0 ? '—' : formatShare(now / before);
    return leaking.has(`${at}/${step}`)
      ? html`<td class="n leak">${words.leakMark} ${text}</td>`
      : html`<td class="n">${text}</td>`;
  };
  const named = ({ value, others }: FunnelGroup) => (others > 0 ? words.others(others) : (value ?? words.empty));
  return html`<table class="dense">
<caption>${words.byGroup(number, field)}</caption>
<thead><tr><th scope="col">${words.group}</th><th scope="col" class="n">${steps[0]?.name ?? ''}</th>${steps.slice(1).map(({ name }) => html`<th scope="col" class="n">${name}</th>`)}</tr></thead>
<tbody>
${shown.map((group, at) => {
  const entered = group.entries[0] ?? 0;
  return html`<tr><th scope="row">${named(group)}</th><td class="n">${hidden[at]?.[0] ? suppressed : formatCount(entered)}</td>${steps.slice(1).map((_, i) => cell(group, at, i + 1))}</tr>\n`;
})}</tbody>
</table>${left > 0 ? html`<p class="small">${words.others(left)}</p>` : nothing}`;
}
