import type { Locale } from '../errors/index.ts';
import { formatCount, formatInterval, formatRatio, formatShare } from '../format/index.ts';
import type { SegmentResult } from '../segments/index.ts';
import { wilson } from '../statistics/index.ts';
import type { Finding } from './finding.ts';
import { isSmall } from './suppress.ts';

/** A group so small that its members could be told, or one whose complement is. */
export function isSuppressed({ clients, base }: SegmentResult): boolean {
  return isSmall(clients) || isSmall(base - clients);
}

/** How large a segment is beside the rest. */
export function segmentFinding(name: string, result: SegmentResult, locale: Locale): Finding {
  const { clients, base } = result;
  const words = locale === 'zh' ? chinese : english;
  if (base === 0) return { sentence: words.noClients, certainty: '' };
  if (isSuppressed(result)) return { sentence: words.small(name), certainty: words.suppressed };
  const certainty = words.certainty(formatInterval(wilson(clients, base)), formatCount(base));
  const rest = base - clients;
  if (clients === 0) return { sentence: words.nobody(name, formatCount(base)), certainty };
  if (rest === 0) return { sentence: words.everybody(name, formatCount(base)), certainty };
  const ratio = formatRatio(clients > rest ? clients / rest : rest / clients);
  const sentence = words.finding(name, formatCount(clients), formatShare(clients / base), ratio, clients > rest);
  return { sentence, certainty };
}

interface Words {
  finding(name: string, clients: string, share: string, ratio: string, larger: boolean): string;
  nobody(name: string, base: string): string;
  everybody(name: string, base: string): string;
  small(name: string): string;
  noClients: string;
  certainty(interval: string, base: string): string;
  suppressed: string;
}

const chinese: Words = {
  finding: (name, clients, share, ratio, larger) =>
    larger
      ? `“${name}”有 ${clients} 户，占全部客户的 ${share}，是其余客户的 ${ratio} 倍`
      : `“${name}”有 ${clients} 户，占全部客户的 ${share}，其余客户是它的 ${ratio} 倍`,
  nobody: (name, base) => `${base} 户客户中没有一户符合“${name}”`,
  everybody: (name, base) => `全部 ${base} 户客户都符合“${name}”`,
  small: (name) => `“${name}”或其余客户少于 10 户，人数不予显示`,
  noClients: '客户清单中没有客户',
  certainty: (interval, base) => `占比的 95% 区间为 ${interval}（Wilson），基数为全部客户 ${base} 户。`,
  suppressed: '为避免识别到个人，少于 10 户的一组及其互补组的人数和占比都不显示。',
};

const english: Words = {
  finding: (name, clients, share, ratio, larger) =>
    larger
      ? `“${name}” has ${clients} clients, ${share} of all: ${ratio} times as many as the rest`
      : `“${name}” has ${clients} clients, ${share} of all; the rest are ${ratio} times as many`,
  nobody: (name, base) => `None of the ${base} clients is in “${name}”`,
  everybody: (name, base) => `All ${base} clients are in “${name}”`,
  small: (name) => `“${name}” or its rest has fewer than 10 clients, so its size is not shown`,
  noClients: 'The client list holds no clients',
  certainty: (interval, base) => `95% interval of the share: ${interval} (Wilson), of ${base} clients in all.`,
  suppressed: 'To protect identities, a group under 10 clients and its complement are shown without counts or shares.',
};
