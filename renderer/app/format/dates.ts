const two = (value: number) => String(value).padStart(2, '0');

/** The day of an ISO instant, in the laptop's own time. */
export function formatDay(iso: string): string {
  const at = new Date(iso);
  if (Number.isNaN(at.getTime())) return iso;
  return `${at.getFullYear()}-${two(at.getMonth() + 1)}-${two(at.getDate())}`;
}

/** An ISO instant to the minute, in the laptop's own time. */
export function formatMoment(iso: string): string {
  const at = new Date(iso);
  if (Number.isNaN(at.getTime())) return iso;
  return `${formatDay(iso)} ${two(at.getHours())}:${two(at.getMinutes())}`;
}

/** A day that exists, written as 2026-10-31. */
export function isIsoDay(text: string): boolean {
  const at = new Date(`${text}T00:00:00Z`);
  return /^\d{4}-\d{2}-\d{2}$/.test(text) && !Number.isNaN(at.getTime()) && at.toISOString().startsWith(text);
}
