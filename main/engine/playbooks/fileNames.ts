/** What a playbook calls a file, by where it lay. */
export type NameOf = (place: string) => string;

/** What lies on the way to a file, without drives and shares: a playbook names no place of one machine. */
export const partsOf = (place: string): string[] =>
  place
    .replace(/^[a-z]:/i, '')
    .split(/[\\/]/)
    .filter((part) => part !== '');

/** Windows knows no capitals in names of files. */
const sameName = (place: string) => place.toLowerCase();

/**
 * What files are called in a folder that holds all of them: by their names or, where several have one, with the folders that tell
 * them apart. What lies in one folder stays together. Places that only their drives tell apart get a folder each.
 */
export function namesOf(places: readonly string[]): NameOf {
  const different = [...new Map(places.map((place) => [sameName(place), place])).values()];
  const tail = (place: string, length: number) => partsOf(place).slice(-length).join('/');
  const folderOf = (place: string) => sameName(partsOf(place).slice(0, -1).join('/'));
  const isOnly = (place: string, length: number) =>
    different.every(
      (other) => sameName(other) === sameName(place) || sameName(tail(other, length)) !== sameName(tail(place, length)),
    );
  const lengthOf = (place: string) => partsOf(place).findIndex((_, i) => isOnly(place, i + 1)) + 1;
  return (place) => {
    const own = lengthOf(place);
    const number = different.findIndex((other) => sameName(other) === sameName(place)) + 1;
    if (own === 0) return `${number}/${tail(place, 1)}`;
    const together = different.filter((other) => folderOf(other) === folderOf(place));
    return tail(place, Math.max(own, ...together.map(lengthOf)));
  };
}
