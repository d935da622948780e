import type { Locale } from '#shared/errors/index.ts';
import { fastestDecay, roiFinding } from '#shared/findings/index.ts';
import { formatCount, isComparable, moneyOf, moneyUnits, yuanName } from '#shared/format/index.ts';
import { type Html, html, nothing, reportTexts, roiWords } from '#shared/reports/index.ts';
import {
  breakEvenOf,
  campaignName,
  formatLength,
  formatLengths,
  formatMeasure,
  formatR2,
  type Measure,
  measureNames,
  periodName,
  periodUnit,
  type RoiCampaign,
  type RoiDefinition,
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
      [words.amount(money.cost(total.cost), money.unit), words.cost],
      [words.amount(money.back(total.return), money.unit), words.return],
      [formatMeasure(total.roas, 'roas'), measureNames.roas],
      [formatMeasure(total.roi, 'roi'), measureNames.roi],
    ],
    picture: ({ figure }) => {
      const fastest = fastestDecay(result);
      const focus = fastest?.campaign ?? null;
      const series = drawnOf(campaigns, focus).map((campaign) => ({
        name: named(campaign),
        inFocus: campaign === focus,
        points: campaign.periods.flatMap((period) => {
          const value = period[result.measure];
          return value === null ? [] : [{ x: period.period, y: value }];
        }),
        fit: 'a' in campaign.fit && campaign.fit.kind === 'decays' ? campaign.fit : null,
      }));
      if (series.every(({ points }) => points.length === 0)) return null;
      const even = breakEvenOf(result.measure);
      const refresh = fastest?.fit.refreshBy;
      return {
        drawing: curves(series, {
          xLabel: words.axis(unit),
          yLabel: measure,
          yText: (value) => axisText(value, result.measure),
          // Amounts of units that are not known to be the same have no break-even.
          level: isComparable(definition)
            ? { value: even, label: words.breakEven(axisText(even, result.measure)) }
            : null,
          crossing: refresh?.kind === 'in' ? refresh.period : null,
        }),
        caption: words.figure(figure, measure),
      };
    },
    body: ({ table: number }) =>
      campaigns.length === 0 ? nothing : table(campaigns, number, named, money, definition, locale),
    method: [
      words.method,
      definition.returnKind === 'revenue' ? words.revenue : '',
      unitNote(definition, locale),
      left > 0 ? words.leftOut(formatCount(left)) : '',
    ]
      .filter(Boolean)
      .join(reportTexts[locale].gap),
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

/** The campaigns that are drawn: the first ones, and the one in focus wherever it stands. */
function drawnOf(campaigns: readonly RoiCampaign[], focus: RoiCampaign | null): readonly RoiCampaign[] {
  const first = campaigns.slice(0, drawn);
  return focus === null || first.includes(focus) ? first : [...first.slice(0, -1), focus];
}

/** A value of an axis: 1.5, 50%. */
const axisText = (value: number, measure: Measure): string =>
  measure === 'roas' ? String(Number(value.toPrecision(6))) : `${Number((value * 100).toPrecision(6))}%`;

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
  definition: RoiDefinition,
  locale: Locale,
): Html {
  const words = roiWords[locale];
  const comparable = isComparable(definition);
  const unit = periodUnit(definition.period, locale);
  const at = (period: number) => words.at(periodName(definition.period, locale), period);
  const decay = ({ fit }: RoiCampaign): Html => {
    if (fit.kind !== 'decays') {
      const needed = fit.kind === 'tooFewPoints' ? fit.needed : 0;
      return html`<td class="n">${words.noFit(fit.kind, needed, unit)}</td><td class="n">—</td><td class="w">${words.never}</td>`;
    }
    const { halfLife, halfLifeInterval: interval, refreshBy: refresh } = fit;
    const by = !comparable
      ? words.never
      : refresh.kind === 'in'
        ? at(refresh.period)
        : refresh.kind === 'beyond'
          ? words.beyond(at(refresh.period))
          : words.never;
    return html`<td class="n">${formatLength(halfLife)}${words.bracketed(formatLengths(interval))}</td><td class="n">${formatR2(fit.rSquared)}</td><td class="w">${by}</td>`;
  };
  const paidBack = ({ payback }: RoiCampaign) =>
    !comparable ? words.never : payback === null ? words.notYet : at(payback);
  const amount = (label: string) =>
    money.unit === '' ? label : `${label}${words.bracketed(money.unit.replace(' ', '\u00A0'))}`;
  const left = campaigns.length - listed;
  return html`<table class="dense own-words">
<caption>${words.table(number)}</caption>
<thead><tr><th scope="col">${words.campaign}</th><th scope="col" class="n">${amount(words.cost)}</th><th scope="col" class="n">${amount(words.return)}</th><th scope="col" class="n">ROAS</th><th scope="col" class="n">ROI</th><th scope="col" class="w">${words.payback}</th><th scope="col" class="n">${words.halfLife(unit)}</th><th scope="col" class="n">${words.fit}</th><th scope="col" class="w">${words.refreshBy}</th></tr></thead>
<tbody>
${campaigns
  .slice(0, listed)
  .map(
    (campaign) =>
      html`<tr><th scope="row">${named(campaign)}</th><td class="n">${money.cost(campaign.cost)}</td><td class="n">${money.back(campaign.return)}</td><td class="n">${formatMeasure(campaign.roas, 'roas')}</td><td class="n">${formatMeasure(campaign.roi, 'roi')}</td><td class="w">${paidBack(campaign)}</td>${decay(campaign)}</tr>\n`,
  )}</tbody>
</table>${left > 0 ? html`<p class="small">${words.more(left)}</p>` : nothing}`;
}
