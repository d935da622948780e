import type { Locale } from '#shared/errors/index.ts';
import { roiFinding } from '#shared/findings/index.ts';
import { formatCount, isComparable, moneyOf, moneyUnits, yuanName } from '#shared/format/index.ts';
import { type Html, html, nothing, roiWords } from '#shared/reports/index.ts';
import {
  campaignName,
  formatLength,
  formatLengths,
  formatMeasure,
  formatR2,
  measureNames,
  periodUnit,
  type RoiCampaign,
} from '#shared/roi/index.ts';
import { curves } from '../charts/curves.ts';
import type { RoiPage } from '../facts.ts';
import type { PageView } from './page.ts';

const drawn = 5;
const listed = 20;

/** What campaigns cost and returned, and how their return decays. */
export function roiView({ name, definition, result }: RoiPage, locale: Locale): PageView {
  const words = roiWords[locale];
  const { total, campaigns } = result;
  const unit = periodUnit(definition.period, locale);
  const measure = measureNames[result.measure];
  const named = (campaign: RoiCampaign) => campaignName(campaign, definition, locale);
  const money = moneyOf(definition, [total, ...campaigns], locale);
  const left = result.rows - result.used;
  return {
    finding: roiFinding(name, definition, result, locale),
    figures: () => [
      [`${money.cost(total.cost)} ${money.unit}`.trim(), words.cost],
      [`${money.back(total.return)} ${money.unit}`.trim(), words.return],
      [formatMeasure(total.roas, 'roas'), measureNames.roas],
      [formatMeasure(total.roi, 'roi'), measureNames.roi],
    ],
    picture: ({ number }) => {
      const series = campaigns.slice(0, drawn).map((campaign) => ({
        name: named(campaign),
        points: campaign.periods.flatMap((period) => {
          const value = period[result.measure];
          return value === null ? [] : [{ x: period.period, y: value }];
        }),
        fit: 'a' in campaign.fit && campaign.fit.kind === 'decays' ? campaign.fit : null,
      }));
      if (series.every(({ points }) => points.length === 0)) return null;
      const level = result.measure === 'roas' ? 1 : 0;
      return {
        drawing: curves(series, { level, xLabel: words.axis(unit), yLabel: measure }),
        caption: words.figure(number, measure),
      };
    },
    body: ({ number }) =>
      campaigns.length === 0 ? nothing : table(campaigns, number, named, money, unit, isComparable(definition), locale),
    method: [
      words.method,
      definition.returnKind === 'revenue' ? words.revenue : '',
      unitNote(definition, locale),
      left > 0 ? words.leftOut(formatCount(left)) : '',
    ]
      .filter(Boolean)
      .join(' '),
    definition: () => ({
      text: words.definition(
        definition.table,
        definition.cost,
        definition.return,
        definition.period.field,
        definition.campaign,
      ),
      items: [],
    }),
    formulas: words.formulas,
  };
}

/** What became of units of money that are not the same. */
function unitNote(definition: RoiPage['definition'], locale: Locale): string {
  const units = moneyUnits(definition);
  if (units.kind === 'one') return roiWords[locale].oneUnit(units.field, yuanName(units.unit, locale));
  if (units.kind !== 'differ') return '';
  return roiWords[locale].mixed(yuanName(units.cost, locale), yuanName(units.return, locale));
}

function table(
  campaigns: readonly RoiCampaign[],
  number: number,
  named: (campaign: RoiCampaign) => string,
  money: ReturnType<typeof moneyOf>,
  unit: string,
  comparable: boolean,
  locale: Locale,
): Html {
  const words = roiWords[locale];
  const decay = ({ fit }: RoiCampaign): Html => {
    if (fit.kind !== 'decays') return html`<td class="n" colspan="3">${words.noFit(fit.kind)}</td>`;
    const { halfLife, halfLifeInterval: interval, refreshBy: refresh } = fit;
    const by = !comparable
      ? words.never
      : refresh.kind === 'in'
        ? String(refresh.period)
        : refresh.kind === 'beyond'
          ? words.beyond(refresh.period)
          : words.never;
    return html`<td class="n">${formatLength(halfLife)}${words.bracketed(formatLengths(interval))}</td><td class="n">${formatR2(fit.rSquared)}</td><td class="n">${by}</td>`;
  };
  const amount = (label: string) => (money.unit === '' ? label : `${label}${words.bracketed(money.unit)}`);
  const left = campaigns.length - listed;
  return html`<table class="dense">
<caption>${words.table(number, unit)}</caption>
<thead><tr><th scope="col">${words.campaign}</th><th scope="col" class="n">${amount(words.cost)}</th><th scope="col" class="n">${amount(words.return)}</th><th scope="col" class="n">ROAS</th><th scope="col" class="n">ROI</th><th scope="col" class="n">${words.payback}</th><th scope="col" class="n">${words.halfLife}</th><th scope="col" class="n">${words.fit}</th><th scope="col" class="n">${words.refreshBy}</th></tr></thead>
<tbody>
${campaigns
  .slice(0, listed)
  .map(
    (campaign) =>
      html`<tr><th scope="row">${named(campaign)}</th><td class="n">${money.cost(campaign.cost)}</td><td class="n">${money.back(campaign.return)}</td><td class="n">${formatMeasure(campaign.roas, 'roas')}</td><td class="n">${formatMeasure(campaign.roi, 'roi')}</td><td class="n">${comparable ? (campaign.payback ?? words.notYet) : words.never}</td>${decay(campaign)}</tr>\n`,
  )}</tbody>
</table>${left > 0 ? html`<p class="small">${words.more(left)}</p>` : nothing}`;
}
