/** Where a heading stands in a PDF. */
export interface Place {
  /** Counted from 1. */
  readonly page: number;
  /** As a destination of the PDF: page object, kind, left, top, zoom. */
  readonly destination: string;
}

interface Read {
  readonly text: string;
  object(reference: string | undefined): string;
  readonly trailer: string;
  readonly catalog: string;
}

/** Chromium's PDFs keep their objects in plain text, only streams are compressed. */
function read(pdf: Buffer): Read {
  const text = pdf.toString('latin1');
  const object = (reference: string | undefined): string => {
    const begin = reference === undefined ? -1 : text.lastIndexOf(`\n${reference} 0 obj\n`);
    return begin < 0 ? '' : text.slice(begin, text.indexOf('\nendobj', begin));
  };
  const trailer = text.slice(text.lastIndexOf('\ntrailer\n'));
  return { text, object, trailer, catalog: object(referred(trailer, 'Root')) };
}

const referred = (object: string, key: string): string | undefined =>
  new RegExp(`/${key} (\\d+) 0 R`).exec(object)?.[1];

/** The headings of a PDF in their order, as its outline has them: there each points at what was drawn. */
export function outlineOf(pdf: Buffer): Place[] {
  const { object, catalog } = read(pdf);
  const leaves = (reference: string | undefined): string[] => {
    const node = object(reference);
    if (!/\/Type \/Pages\b/.test(node)) return node === '' || reference === undefined ? [] : [reference];
    const kids = /\/Kids \[([^\]]*)\]/.exec(node)?.[1] ?? '';
    return [...kids.matchAll(/(\d+) 0 R/g)].flatMap(([, kid]) => leaves(kid));
  };
  const pages = leaves(referred(catalog, 'Pages'));
  const places: Place[] = [];
  const walk = (reference: string | undefined): void => {
    for (let next = reference; next !== undefined; ) {
      const entry = object(next);
      // A title may hold anything: what is looked for stands behind it.
      const [, destination = '', page = '', rest = ''] =
        /\/Dest (\[(\d+) 0 R \/XYZ [-\d. ]+\])([^[]*)$/.exec(entry) ?? [];
      places.push({ page: pages.indexOf(page) + 1, destination });
      walk(referred(rest, 'First'));
      next = referred(rest, 'Next');
    }
  };
  walk(referred(object(referred(catalog, 'Outlines')), 'First'));
  return places;
}

/**
 * The same PDF with the links inside it leading to these places. Chromium has them lead too high where a block is laid over
 * several pages with a padding on each. The new table of places is appended, as a PDF may be changed.
 */
export function withDestinations(pdf: Buffer, places: ReadonlyMap<string, Place>): Buffer {
  const { object, trailer, catalog } = read(pdf);
  const reference = referred(catalog, 'Dests');
  const before = /startxref\s+(\d+)/.exec(trailer)?.[1];
  const info = referred(trailer, 'Info');
  const size = /\/Size (\d+)/.exec(trailer)?.[1];
  if (places.size === 0 || object(reference) === '' || before === undefined || size === undefined) return pdf;
  const named = [...places].map(([name, { destination }]) => `/${name} ${destination}`).join('\n');
  const body = `\n${reference} 0 obj\n<<${named}>>\nendobj\n`;
  const table = `xref\n${reference} 1\n${String(pdf.length + 1).padStart(10, '0')} 00000 n \n`;
  const root = `/Root ${referred(trailer, 'Root')} 0 R${info === undefined ? '' : ` /Info ${info} 0 R`}`;
  const end = `trailer\n<</Size ${size} ${root} /Prev ${before}>>\nstartxref\n${pdf.length + body.length}\n%%EOF\n`;
  return Buffer.concat([pdf, Buffer.from(body + table + end, 'latin1')]);
}
