/** An element of the list, as its bytes; `line` is where it begins. Only the beginning of one beyond the limit is kept. */
export interface ListItem {
  readonly line: number;
  readonly bytes: Buffer;
  readonly tooLong: boolean;
}

interface ListReader {
  push(chunk: Buffer): ListItem[];
  /** Whether the list was reached, and left. */
  state(): 'before' | 'inside' | 'ended';
  /** Whether every bracket was closed. */
  closed(): boolean;
  /** What would be lost if the list alone were read. */
  more(): MoreInFile | null;
}

/** A second list of objects, or something after the value that a JSON file is. */
export type MoreInFile =
  | { readonly kind: 'list'; readonly firstLine: number; readonly secondLine: number }
  | { readonly kind: 'value'; readonly line: number };

const quote = 0x22;
const backslash = 0x5c;
const comma = 0x2c;
const [openBrace, closeBrace, openBracket, closeBracket] = [0x7b, 0x7d, 0x5b, 0x5d];

/**
 * Finds the first list in a JSON text whose first element is an object (or a list), wherever it stands, and takes it apart. It looks at
 * brackets and quotes only: whether an element is good JSON is for others to say. It reads on behind the list,
 * as there may be more than is read. What stands before the byte `from` says how the rows are to be read.
 */
export function createListReader(limit: number, { ofLists = false, from = 0 } = {}): ListReader {
  /** Depth of the brackets around the list's elements; 0 until the list is found. */
  let listDepth = 0;
  let depth = 0;
  let ended = false;
  let inText = false;
  let escaped = false;
  let line = 1;
  /** The last thing before this byte, blanks left out, was the bracket of a list. */
  let listOpened = false;
  let begun = 0;
  let held: Buffer[] = [];
  let length = 0;
  let collecting = false;
  let openedAt = 0;
  let listLine = 0;
  /** The value that the file should be has ended. */
  let valueEnded = false;
  let passed = 0;
  let more: MoreInFile | null = null;

  const isBlank = (byte: number) => byte === 0x20 || byte === 0x0a || byte === 0x0d || byte === 0x09;

  return {
    state: () => (ended ? 'ended' : listDepth > 0 ? 'inside' : 'before'),
    closed: () => depth <= 0 && !inText,
    more: () => more,
    push(chunk) {
      const items: ListItem[] = [];
      let start = 0;
      const keep = (end: number) => {
        // What is beyond the limit is counted, not kept.
        if (length < limit && end > start) held.push(Buffer.from(chunk.subarray(start, end)));
        length += end - start;
        start = end;
      };
      const finish = (end: number) => {
        keep(end);
        items.push({ line: begun, bytes: trimmed(Buffer.concat(held)), tooLong: length > limit });
        held = [];
        length = 0;
        collecting = false;
      };
      const begin = (at: number) => {
        collecting = true;
        begun = line;
        start = at;
      };
      const found = (at: number) => {
        listDepth = depth;
        listLine = openedAt;
        begin(at);
      };
      for (let at = 0; at < chunk.length && more === null; at++) {
        const byte = chunk[at] ?? 0;
        if (byte === 0x0a) line++;
        if (inText) {
          if (escaped) escaped = false;
          else if (byte === backslash) escaped = true;
          else if (byte === quote) inText = false;
          continue;
        }
        if (isBlank(byte)) continue;
        if (depth === 0 && valueEnded) more = { kind: 'value', line };
        if (!ended && listDepth > 0 && depth === listDepth && !collecting && byte !== comma && byte !== closeBracket)
          begin(at);
        switch (byte) {
          case quote:
            inText = true;
            break;
          case openBrace:
            if (ended && listOpened) more = { kind: 'list', firstLine: listLine, secondLine: openedAt };
            if (!ofLists && listDepth === 0 && listOpened) found(at);
            depth++;
            break;
          case openBracket:
            if (ended && listOpened) more = { kind: 'list', firstLine: listLine, secondLine: openedAt };
            if (ofLists && listDepth === 0 && listOpened) found(at);
            openedAt = line;
            depth++;
            break;
          case closeBrace:
            depth--;
            break;
          case closeBracket:
            if (!ended && listDepth > 0 && depth === listDepth) {
              if (collecting) finish(at);
              ended = true;
            }
            depth--;
            break;
          case comma:
            if (collecting && depth === listDepth) finish(at);
            break;
        }
        listOpened = byte === openBracket && passed + at >= from;
        if (depth === 0 && (byte === closeBrace || byte === closeBracket)) valueEnded = true;
      }
      if (collecting) keep(chunk.length);
      passed += chunk.length;
      return items;
    },
  };
}

function trimmed(bytes: Buffer): Buffer {
  let end = bytes.length;
  while (end > 0 && (bytes[end - 1] ?? 0) <= 0x20) end--;
  return bytes.subarray(0, end);
}
