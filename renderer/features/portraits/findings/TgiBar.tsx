import type { AssessedTrait } from '#shared/portraits/index.ts';
import styles from './TgiBar.module.css';

/** TGI of 10 to 1,000 fills the scale, by its logarithm: twice as much is as long as half as much. */
const decades = 1;

const place = (ratio: number): number =>
  50 + 50 * Math.max(-1, Math.min(1, Math.log10(Math.max(ratio, 1e-9)) / decades));

/** A TGI to either side of 100, with the interval that the group's share leaves it. */
export function TgiBar({ trait }: { trait: AssessedTrait }) {
  const { tgi, shares, intervals } = trait;
  if (tgi === null || !shares.baseline) return null;
  const at = place(tgi / 100);
  const [low, high] = [intervals.group?.low ?? 0, intervals.group?.high ?? 0].map((share) =>
    place(share / (shares.baseline ?? 1)),
  );
  const from = low ?? at;
  return (
    <span className={styles['scale']} aria-hidden>
      <span
        className={at >= 50 ? styles['more'] : styles['less']}
        style={{ left: `${Math.min(50, at)}%`, width: `${Math.abs(at - 50)}%` }}
      />
      <span
        className={styles['interval']}
        style={{ left: `${from}%`, width: `${Math.max(0, (high ?? at) - from)}%` }}
      />
    </span>
  );
}
