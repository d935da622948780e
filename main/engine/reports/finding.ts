import {
  formatCount,
  formatInterval,
  formatRatio,
  formatShare,
  type ReportTexts,
  smallestGroup,
} from '#shared/reports/index.ts';
import type { SegmentResult } from '#shared/segments/index.ts';
import { wilson } from '#shared/statistics/index.ts';
import type { SegmentFacts } from './facts.ts';

/** A group so small that its members could be told, or one whose complement is. */
export function isSuppressed({ clients, base }: SegmentResult): boolean {
  const small = (count: number) => count > 0 && count < smallestGroup;
  return small(clients) || small(base - clients);
}

/** The message of a page: a sentence with a number and a direction. */
export function finding({ name, result }: SegmentFacts, texts: ReportTexts): string {
  const { clients, base } = result;
  const rest = base - clients;
  const words = texts.segment;
  if (base === 0) return words.noClients;
  if (isSuppressed(result)) return words.small(name);
  if (clients === 0) return words.nobody(name, formatCount(base));
  if (rest === 0) return words.everybody(name, formatCount(base));
  const ratio = formatRatio(clients > rest ? clients / rest : rest / clients);
  return words.finding(name, formatCount(clients), formatShare(clients / base), ratio, clients > rest);
}

/** How certain its share is, or why there is none. */
export function certainty({ result }: SegmentFacts, texts: ReportTexts): string {
  const { clients, base } = result;
  if (base === 0) return '';
  if (isSuppressed(result)) return texts.segment.suppressed;
  return texts.segment.certainty(formatInterval(wilson(clients, base)), formatCount(base));
}
