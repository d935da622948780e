import type { Locale } from '#shared/errors/index.ts';
import { isHiddenTrait, portraitFinding, tooFewToShow } from '#shared/findings/index.ts';
import { formatCount, formatInterval, formatP, formatShare, formatTgi } from '#shared/format/index.ts';
import { fieldName, isChance, type RankedTrait, rankedTraits, traitLabel } from '#shared/portraits/index.ts';
import { type Html, html, nothing, portraitWords, reportTexts } from '#shared/reports/index.ts';
import { pairs } from '../charts/pairs.ts';
import type { PortraitPage } from '../facts.ts';
import type { PageView } from './page.ts';

const drawn = 7;
const listed = 8;
const suppressed = '…';

/** What sets a group apart, trait by trait. */
export function portraitView({ name, definition, result }: PortraitPage, locale: Locale): PageView {
  const words = portraitWords[locale];
  const { colon } = reportTexts[locale];
  const { scope, baseline } = definition;
  const { sizes } = result;
  const against =
    baseline.kind === 'segment' ? words.baseline.segment(baseline.segment) : words.baseline[baseline.kind];
  const few = tooFewToShow(result);
  const ranked = few || sizes.group === 0 ? [] : rankedTraits(result);
  const shown = ranked.filter((each) => !isHiddenTrait(each));
  const hidden = ranked.length - shown.length;
  const [first] = shown;
  return {
    finding: portraitFinding(name, definition, result, locale),
    figures: () => [
      [few ? suppressed : formatCount(sizes.group), words.group],
      // All clients are no group of their own, and stand on every page.
      [few && baseline.kind !== 'all' ? suppressed : formatCount(sizes.baseline), against],
      [formatCount(result.dimensions.length), words.fields],
      [formatTgi(first?.trait.tgi ?? null), words.topTgi],
    ],
    picture: ({ figure }) =>
      shown.length === 0
        ? null
        : {
            drawing: pairs(
              shown.slice(0, drawn).map(({ dimension, trait }) => ({
                label: `${fieldName(dimension)}${colon}${traitLabel(trait.trait, dimension, locale)}`,
                group: trait.shares.group ?? 0,
                base: trait.shares.baseline ?? 0,
              })),
              { group: words.groupShare, base: `${words.baseShare}${colon}${against}` },
            ),
            caption: words.figure(figure),
          },
    body: ({ table: number }) =>
      shown.length === 0
        ? nothing
        : html`${table(shown.slice(0, listed), number, locale)}${
            hidden === 0 ? nothing : html`<p class="small">${words.hidden(formatCount(hidden))}</p>`
          }`,
    method: words.method,
    definition: ({ texts }) => ({
      text: words.definition(
        scope.kind === 'segment' ? texts.rule.segment(scope.segment) : texts.allClients,
        against,
        definition.dimensions.map(({ table: dataset, field }) => `${dataset}.${field}`),
        definition.ruleFields,
      ),
      items: [],
    }),
    formulas: words.formulas,
  };
}

function table(ranked: readonly RankedTrait[], number: number, locale: Locale): Html {
  const words = portraitWords[locale];
  const row = ({ dimension, trait }: RankedTrait): Html => {
    const { shares, intervals, tgi, adjusted } = trait;
    const cell = (value: string) => html`<td class="n">${value}</td>`;
    const chance = isChance(trait) ? html` class="chance"` : nothing;
    return html`<tr${chance}><th scope="row">${fieldName(dimension)}</th><td>${traitLabel(trait.trait, dimension, locale)}</td>${cell(formatShare(shares.group))}${cell(intervals.group ? formatInterval(intervals.group) : '—')}${cell(formatShare(shares.baseline))}${cell(formatTgi(tgi))}${cell(formatP(adjusted))}</tr>\n`;
  };
  return html`<table class="dense own-words">
<caption>${words.table(
    number,
    ranked.some(({ trait }) => isChance(trait)),
  )}</caption>
<thead><tr><th scope="col">${words.field}</th><th scope="col">${words.trait}</th><th scope="col" class="n">${words.groupShare}</th><th scope="col" class="n">${words.interval}</th><th scope="col" class="n">${words.baseShare}</th><th scope="col" class="n">TGI</th><th scope="col" class="n">${words.adjusted}</th></tr></thead>
<tbody>
${ranked.map(row)}</tbody>
</table>`;
}
