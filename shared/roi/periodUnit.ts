import type { Locale } from '../errors/index.ts';
import type { periodUnits, RoiPeriod } from './definition.ts';

type Unit = (typeof periodUnits)[number];

/** What says that a period may last several of a unit, or something else; anywhere in a name. */
const several =
  /\p{Nd}|[双半两每旬季]|周(?:转|年|期)|[一二三四五六七八九十百]个?[天日周月]|\bbi(?:[ -]|(?=day|week|month))|fortnight|\b(?:two|three|four|six|half|every|quarter)/u;

const since = '(?:自?(?:上线|投放|推广|活动|发布|启动)[之当]?日?(?:之?后|以来|起)的?)?';
const english = (unit: string): string =>
  `${unit}s?(?: (?:no|num|number|index|count))?(?: (?:since|after|from) (?:the )?(?:launch|start|release))?`;
const only = (chinese: string, unit: string): RegExp =>
  new RegExp(`^(?:${since}(?:第[几N]个?(?:${chinese})|(?:${chinese})(?:次|数|序号)?)|${english(unit)})$`, 'i');

/** Names that are a unit and nothing more. */
const shapes: readonly (readonly [Unit, RegExp])[] = [
  ['day', only('天|日', 'day')],
  ['week', only('周', 'week')],
  ['month', only('个月|月份?', 'month')],
];

/** What a period lasts: as counted from a date, or as the name of its field plainly says; 'number' where it does not. */
export function periodKind(period: RoiPeriod): Unit | 'number' {
  if (period.kind === 'date') return period.unit;
  const words = period.field
    .replace(/([a-z])([A-Z])/g, '$1 $2')
    .replace(/[\s_-]+/g, ' ')
    .trim()
    .toLowerCase();
  if (several.test(words)) return 'number';
  // The whole of a name or what stands in brackets: 期次（周）.
  const brackets = /[（(【[]([^（()）【】[\]]*)[)）】\]]/g;
  const parts = [words.replace(brackets, ' '), ...[...words.matchAll(brackets)].map(([, inside = '']) => inside)];
  const told = new Set(parts.map(unitOf).filter((unit) => unit !== undefined));
  const [unit] = told;
  // A unit that is named and then said to be summed by another is neither: 周（按月汇总）.
  const qualified = unitOf(parts[0] ?? '') !== undefined && parts.length > 1;
  return unit !== undefined && told.size === 1 && !qualified ? unit : 'number';
}

function unitOf(part: string): Unit | undefined {
  const name = part
    .trim()
    .replace(/^单位 ?[:：] ?/, '')
    .replace(/ *([\u3400-\u9fff]) */g, '$1');
  return shapes.find(([, shape]) => shape.test(name))?.[0];
}

const units = {
  zh: { number: '期', day: '天', week: '周', month: '个月' },
  en: { number: 'periods', day: 'days', week: 'weeks', month: 'months' },
} as const;
const names = {
  zh: units.zh,
  en: { number: 'period', day: 'day', week: 'week', month: 'month' },
} as const;

/** What periods are counted in: 3 weeks. */
export const periodUnit = (period: RoiPeriod, locale: Locale): string => units[locale][periodKind(period)];

/** What one of them is called: week 3. */
export const periodName = (period: RoiPeriod, locale: Locale): string => names[locale][periodKind(period)];
