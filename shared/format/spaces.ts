/** Spaces at the ends, in runs, and those that are no ordinary ones: what nobody sees, and what may tell two values apart. */
export const unseenSpaces = /^\s+|\s+$|\s{2,}|[^\S ]/gu;

/** What stands for each of them where they are to be seen. */
export const drawnSpace = '␣';

/** A text with its unseen spaces drawn. */
export const withDrawnSpaces = (text: string): string =>
  text.replace(unseenSpaces, (spaces) => drawnSpace.repeat(spaces.length));
