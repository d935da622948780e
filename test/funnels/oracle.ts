import type { FunnelDefinition } from '#shared/funnels/index.ts';

/** What docs/semantics.md says of funnels, entry by entry and event by event: shares no code with the builder. */
export interface Event {
  readonly client: string | null;
  readonly entry: string | null;
  /** ISO, to the second or a day; null where empty. */
  readonly time: string | null;
  /** Which steps its row meets, by place from 0. */
  readonly meets: readonly number[];
  readonly group: string | null;
}

export interface Walk {
  readonly client: string;
  readonly group: string | null;
  /** When each step was reached, in milliseconds; as long as the way went. */
  readonly times: readonly number[];
  readonly closes: number | null;
}

type Way = Pick<FunnelDefinition, 'order' | 'window' | 'sameTime' | 'entry'>;

/** The way of every entry that reached the first step. `among` are the clients that count. */
export function walks(events: readonly Event[], steps: number, way: Way, among: ReadonlySet<string>): Walk[] {
  const entries = new Map<string, Event[]>();
  for (const event of events) {
    if (event.client === null || !among.has(event.client) || event.time === null) continue;
    if (way.entry !== null && event.entry === null) continue;
    const key = JSON.stringify([event.client, way.entry === null ? null : event.entry]);
    entries.set(key, [...(entries.get(key) ?? []), event]);
  }
  return [...entries.values()].flatMap((own) => walk(own, steps, way));
}

function walk(events: readonly Event[], steps: number, { order, window, sameTime }: Way): Walk[] {
  const meeting = (step: number) => events.filter(({ meets }) => meets.includes(step));
  const times = (step: number) => meeting(step).map(({ time }) => at(time ?? ''));
  const starts = times(0);
  if (starts.length === 0) return [];
  const start = Math.min(...starts);
  const closes = window === null ? null : plus(start, window);
  const reached = [start];
  for (let step = 1; step < steps; step++) {
    const before = reached[step - 1] ?? start;
    const fits = times(step).filter((time) => {
      if (closes !== null && time >= closes) return false;
      if (order === 'any') return window === null || time >= start;
      return sameTime ? time >= before : time > before;
    });
    if (fits.length === 0) break;
    const found = Math.min(...fits);
    reached.push(order === 'any' ? Math.max(before, found) : found);
  }
  const opening = meeting(0).find(({ time }) => at(time ?? '') === start);
  return [{ client: events[0]?.client ?? '', group: opening?.group ?? null, times: reached, closes }];
}

export const at = (iso: string): number =>
  Date.parse(`${iso.length === 10 ? `${iso}T00:00:00` : iso.replace(' ', 'T')}Z`);

/** A month later is the same day of the next month, or its last day. */
function plus(start: number, { size, unit }: NonNullable<Way['window']>): number {
  if (unit !== 'month') return start + size * { minute: 60_000, hour: 3_600_000, day: 86_400_000 }[unit];
  const from = new Date(start);
  const months = from.getUTCFullYear() * 12 + from.getUTCMonth() + size;
  const [year, month] = [Math.floor(months / 12), months % 12];
  const last = new Date(Date.UTC(year, month + 1, 0)).getUTCDate();
  const day = Math.min(from.getUTCDate(), last);
  return Date.UTC(year, month, day) + (start % 86_400_000);
}

/** The q-th quantile by linear interpolation between neighbours; null of nothing. */
export function quantile(values: readonly number[], q: number): number | null {
  const sorted = values.toSorted((a, b) => a - b);
  const place = (sorted.length - 1) * q;
  const low = sorted[Math.floor(place)];
  const high = sorted[Math.ceil(place)];
  return low === undefined || high === undefined ? null : low + (high - low) * (place - Math.floor(place));
}
