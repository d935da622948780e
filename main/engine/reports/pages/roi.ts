import type { Locale } from '#shared/errors/index.ts';
import { roiFinding } from '#shared/findings/index.ts';
import { formatAmount, formatCount, formatDecimal, type Html, html, nothing, roiWords } from '#shared/reports/index.ts';
import type { RoiCampaign } from '#shared/roi/index.ts';
import { curves } from '../charts/curves.ts';
import type { RoiPage } from '../facts.ts';
import type { PageView } from './page.ts';

const drawn = 5;
const listed = 20;

/** What campaigns cost and returned, and how their return decays. */
export function roiView({ name, definition, result }: RoiPage, locale: Locale): PageView {
  const words = roiWords[locale];
  const { total, campaigns } = result;
  const unit = words.unit(definition.period);
  const measure = result.measure === 'roas' ? 'ROAS' : 'ROI';
  const named = (campaign: RoiCampaign) => campaign.name ?? (definition.campaign === null ? name : '—');
  const left = result.rows - result.used;
  return {
    finding: roiFinding(name, definition, result, locale),
    figures: () => [
      [formatAmount(total.cost, locale), words.cost],
      [formatAmount(total.return, locale), words.return],
      [ratio(total.roas), 'ROAS'],
      [total.roi === null ? '—' : `${formatDecimal(total.roi * 100, 1)}%`, 'ROI'],
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
    body: ({ number }) => (campaigns.length === 0 ? nothing : table(campaigns, number, named, unit, locale)),
    method: [
      words.method,
      definition.returnKind === 'revenue' ? words.revenue : '',
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

function table(
  campaigns: readonly RoiCampaign[],
  number: number,
  named: (campaign: RoiCampaign) => string,
  unit: string,
  locale: Locale,
): Html {
  const words = roiWords[locale];
  const decay = ({ fit }: RoiCampaign): Html => {
    if (fit.kind !== 'decays') return html`<td class="n" colspan="3">${words.noFit(fit.kind)}</td>`;
    const { halfLife, halfLifeInterval: interval, refreshBy: refresh } = fit;
    const by =
      refresh.kind === 'in'
        ? String(refresh.period)
        : refresh.kind === 'beyond'
          ? words.beyond(refresh.period)
          : words.never;
    return html`<td class="n">${formatDecimal(halfLife, 1)}（${formatDecimal(interval.low, 1)}–${formatDecimal(interval.high, 1)}）</td><td class="n">${fit.rSquared === null ? '—' : formatDecimal(fit.rSquared, 3)}</td><td class="n">${by}</td>`;
  };
  const left = campaigns.length - listed;
  return html`<table class="dense">
<caption>${words.table(number, unit)}</caption>
<thead><tr><th scope="col">${words.campaign}</th><th scope="col" class="n">${words.cost}</th><th scope="col" class="n">${words.return}</th><th scope="col" class="n">ROAS</th><th scope="col" class="n">ROI</th><th scope="col" class="n">${words.payback}</th><th scope="col" class="n">${words.halfLife}</th><th scope="col" class="n">${words.fit}</th><th scope="col" class="n">${words.refreshBy}</th></tr></thead>
<tbody>
${campaigns
  .slice(0, listed)
  .map(
    (campaign) =>
      html`<tr><th scope="row">${named(campaign)}</th><td class="n">${formatAmount(campaign.cost, locale)}</td><td class="n">${formatAmount(campaign.return, locale)}</td><td class="n">${ratio(campaign.roas)}</td><td class="n">${campaign.roi === null ? '—' : `${formatDecimal(campaign.roi * 100, 1)}%`}</td><td class="n">${campaign.payback ?? words.notYet}</td>${decay(campaign)}</tr>\n`,
  )}</tbody>
</table>${left > 0 ? html`<p class="small">${words.more(left)}</p>` : nothing}`;
}

const ratio = (value: number | null): string => (value === null ? '—' : formatDecimal(value, 2));
