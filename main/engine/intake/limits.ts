/** Columns beyond which a text file is refused: DuckDB reads more, but no screen or definition could use them. */
export const maximumColumns = 10_000;

/** Bytes of one line of a text file. A longer one is nearly always a quote left open, which swallows the rest of the file. */
export const maximumLineBytes = 2_000_000;
export const maximumLineMegabytes = 2;

/** Rows of a preview. */
export const previewRows = 50;

/** Bytes that are looked at to tell how a file is written: the head, and a little of its middle and end. */
export const headBytes = 1_000_000;
export const elsewhereBytes = 64_000;

/** Share of rows with damaged characters that make no encoding the wrong one. */
export const toleratedCastFailures = 0.01;

/** Values of which one that is no number or date may be a slip. */
const enoughForSlip = 20;

/**
 * How many of so many values may not be what the others are: their rows go to quarantine. More of them, and the column,
 * which was only guessed to be typed, is text.
 */
export const toleratedMisfits = (values: number): number =>
  values < enoughForSlip ? 0 : Math.max(1, Math.floor(values * 0.01));

/** Share of rows with damaged characters above which the encoding is taken for wrong where nobody has chosen it. */
export const toleratedDamage = 0.5;

/** Characters of a quarantined row that are kept. */
export const quarantineTextLength = 10_000;
