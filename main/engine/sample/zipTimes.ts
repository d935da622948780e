const endOfDirectory = 0x06054b50;
const directoryEntry = 0x02014b50;
const entrySize = 46;

/** 1980-01-01 00:00:00, the first moment that a ZIP can name. */
const dosTime = 0;
const dosDate = (1 << 5) | 1;

/** Sets the time of every entry of a ZIP to 1980-01-01, in place: writers put the time of day there. Not for ZIP64. */
export function fixZipTimes(zip: Uint8Array): Uint8Array {
  const view = new DataView(zip.buffer, zip.byteOffset, zip.byteLength);
  const end = findEnd(view);
  const entries = view.getUint16(end + 10, true);
  let at = view.getUint32(end + 16, true);
  for (let i = 0; i < entries; i += 1) {
    if (view.getUint32(at, true) !== directoryEntry) throw new Error('not a ZIP directory entry');
    const local = view.getUint32(at + 42, true);
    stamp(view, at + 12);
    stamp(view, local + 10);
    at += entrySize + view.getUint16(at + 28, true) + view.getUint16(at + 30, true) + view.getUint16(at + 32, true);
  }
  return zip;
}

function stamp(view: DataView, at: number): void {
  view.setUint16(at, dosTime, true);
  view.setUint16(at + 2, dosDate, true);
}

function findEnd(view: DataView): number {
  for (let at = view.byteLength - 22; at >= 0; at -= 1) {
    if (view.getUint32(at, true) === endOfDirectory) return at;
  }
  throw new Error('not a ZIP');
}
