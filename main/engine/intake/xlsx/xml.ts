/** What a reader of XML is told. Names come without their namespace prefix. */
export interface XmlHandler {
  /** `tag` is all between the angle brackets: see `attribute`. */
  open(name: string, tag: string): void;
  text(text: string): void;
  close(name: string): void;
}

/**
 * A push parser for the XML of workbooks, fast enough for sheets of gigabytes: no namespaces, no DTD, no validation.
 * Entities of a DTD are left as they stand, so none can blow up.
 */
export function createXmlParser(handler: XmlHandler): { push(text: string): void } {
  let held = '';
  return {
    push(more) {
      const text = held + more;
      let at = 0;
      for (;;) {
        const open = text.indexOf('<', at);
        if (open < 0) break;
        if (open > at) handler.text(decodeEntities(text.slice(at, open)));
        at = open;
        const end = endOfMarkup(text, open);
        if (end < 0) break;
        markup(text, open, end, handler);
        at = end;
      }
      const open = text.indexOf('<', at);
      // Text may go on in the next chunk, and an entity be cut by its end.
      held = text.slice(at);
      if (open < 0 && held.length > 0) {
        const ampersand = held.lastIndexOf('&');
        const complete = ampersand >= 0 && held.indexOf(';', ampersand) < 0 ? ampersand : held.length;
        handler.text(decodeEntities(held.slice(0, complete)));
        held = held.slice(complete);
      }
    },
  };
}

function endOfMarkup(text: string, open: number): number {
  const after = (mark: string, from: number) => {
    const found = text.indexOf(mark, from);
    return found < 0 ? -1 : found + mark.length;
  };
  if (text.startsWith('<!--', open)) return after('-->', open + 4);
  if (text.startsWith('<![CDATA[', open)) return after(']]>', open + 9);
  // A comment's or section's beginning may be cut by the end of the chunk.
  if (text.length - open < 9 && ('<![CDATA['.startsWith(text.slice(open)) || '<!--'.startsWith(text.slice(open))))
    return -1;
  return after('>', open + 1);
}

function markup(text: string, open: number, end: number, handler: XmlHandler): void {
  const first = text.charCodeAt(open + 1);
  if (first === 0x21) {
    if (text.startsWith('<![CDATA[', open)) handler.text(text.slice(open + 9, end - 3));
    return;
  }
  if (first === 0x3f) return;
  if (first === 0x2f) {
    handler.close(localName(text.slice(open + 2, end - 1).trim()));
    return;
  }
  const selfClosing = text.charCodeAt(end - 2) === 0x2f;
  const tag = text.slice(open + 1, selfClosing ? end - 2 : end - 1);
  const blank = tag.search(/\s/);
  const name = localName(blank < 0 ? tag : tag.slice(0, blank));
  handler.open(name, tag);
  if (selfClosing) handler.close(name);
}

function localName(name: string): string {
  const colon = name.indexOf(':');
  return colon < 0 ? name : name.slice(colon + 1);
}

/** The value of an attribute of a tag, with or without a namespace prefix; undefined where it is absent. */
export function attribute(tag: string, name: string): string | undefined {
  // The tag's own name, of which the attribute's may be the beginning, comes first.
  for (let at = tag.indexOf(name, 1); at > 0; at = tag.indexOf(name, at + 1)) {
    const before = tag.charCodeAt(at - 1);
    if (before !== 0x20 && before !== 0x3a && before !== 0x0a && before !== 0x09 && before !== 0x0d) continue;
    const rest = /^\s*=\s*(?:"([^"]*)"|'([^']*)')/.exec(tag.slice(at + name.length));
    if (rest) return decodeEntities(rest[1] ?? rest[2] ?? '');
  }
  return undefined;
}

const entities: Readonly<Record<string, string>> = { lt: '<', gt: '>', amp: '&', quot: '"', apos: "'" };

function decodeEntities(text: string): string {
  if (text.indexOf('&') < 0) return text;
  return text.replace(
    /&(?:#x([\da-f]{1,6})|#(\d{1,7})|(\w+));/gi,
    (whole, hex?: string, decimal?: string, name?: string) => {
      if (name !== undefined) return entities[name] ?? whole;
      const code = hex === undefined ? Number(decimal) : Number.parseInt(hex, 16);
      return code <= 0x10ffff ? String.fromCodePoint(code) : whole;
    },
  );
}
