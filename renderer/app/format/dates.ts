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
