import type { SlowDisk } from '#shared/intake/index.ts';

/** Below this a disk is slow: half of what the slowest disk inside a computer gives, and more than a network of 100 Mbit/s. */
const slowBytesPerSecond = 15_000_000;
/** What takes less needs no word. */
const longSeconds = 10;
/** A read that takes longer gets a word of its own. */
const silentMilliseconds = 5000;
/** Reads by which the pace is told: the last ones, as it changes. */
const readsKept = 16;
/** Fewer say little: the first ones wait for the disk to turn or the network to connect. */
const readsNeeded = 4;

interface Read {
  readonly bytes: number;
  readonly milliseconds: number;
}

/** How fast a disk gives the bytes of a file. It is told when a read begins and ends, in milliseconds of any clock. */
export interface Pace {
  began(at: number): void;
  ended(at: number, bytes: number): void;
  /** Null until enough was read. */
  bytesPerSecond(): number | null;
  /** Null where there is nothing to say: the disk is quick, or little is left. */
  slowness(at: number, bytesLeft: number): SlowDisk | null;
}

export function createPace(): Pace {
  const reads: Read[] = [];
  let waitingSince: number | null = null;
  const bytesPerSecond = () => {
    if (reads.length < readsNeeded) return null;
    // The slowest may have been the one that woke the disk up.
    const slowest = reads.reduce((worst, read) => (read.milliseconds > worst.milliseconds ? read : worst));
    const counted = reads.filter((read) => read !== slowest);
    const sum = (of: (read: Read) => number) => counted.reduce((total, read) => total + of(read), 0);
    return (
      (sum(({ bytes }) => bytes) * 1000) /
      Math.max(
        1,
        sum(({ milliseconds }) => milliseconds),
      )
    );
  };
  return {
    began: (at) => {
      waitingSince = at;
    },
    ended: (at, bytes) => {
      if (waitingSince !== null && bytes > 0) reads.push({ bytes, milliseconds: at - waitingSince });
      if (reads.length > readsKept) reads.shift();
      waitingSince = null;
    },
    bytesPerSecond,
    slowness: (at, bytesLeft) => {
      if (waitingSince !== null && at - waitingSince >= silentMilliseconds)
        return { kind: 'silent', seconds: Math.floor((at - waitingSince) / 1000) };
      return slowAt(bytesPerSecond(), bytesLeft);
    },
  };
}

/** What there is to say of a disk of this pace, before so many bytes of it are read. */
export function slowAt(bytesPerSecond: number | null, bytesLeft: number): SlowDisk | null {
  if (bytesPerSecond === null || bytesPerSecond >= slowBytesPerSecond) return null;
  const secondsLeft = Math.ceil(bytesLeft / Math.max(1, bytesPerSecond));
  return secondsLeft < longSeconds ? null : { kind: 'slow', bytesPerSecond: Math.round(bytesPerSecond), secondsLeft };
}

/**
 * Bytes of one read: what a slow disk gives in a second, or it would look as if it did not answer; no fewer on one that gives
 * them at once, where each read waits for whoever hashes the one before.
 */
export const bytesAtOnce = (pace: Pace, wanted: number): number => {
  const bytesPerSecond = pace.bytesPerSecond();
  return bytesPerSecond === null ? wanted : Math.min(wanted, Math.max(fewestBytes, Math.floor(bytesPerSecond)));
};
const fewestBytes = 1 << 17;
