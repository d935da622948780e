/** What a result says. */
export interface Finding {
  /** A sentence with a number and a direction, without a full stop. */
  readonly sentence: string;
  /** Its base, and how certain it is; empty where there is nothing to be certain of. */
  readonly certainty: string;
}
