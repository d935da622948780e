import { getDocument } from 'pdfjs-dist/legacy/build/pdf.mjs';

/** The text of each page of a PDF, without white space. */
export async function textsOf(pdf: Uint8Array): Promise<string[]> {
  const loading = getDocument({ data: new Uint8Array(pdf), verbosity: 0 });
  const document = await loading.promise;
  const texts: string[] = [];
  for (let number = 1; number <= document.numPages; number++) {
    const { items } = await (await document.getPage(number)).getTextContent();
    texts.push(
      items
        .map((item) => ('str' in item ? item.str : ''))
        .join('')
        .replace(/\s+/g, ''),
    );
  }
  await loading.destroy();
  return texts;
}

/** Where each link inside a PDF leads, by the name of its destination: the page, counted from 1, and the line there. */
export async function linksOf(pdf: Uint8Array): Promise<Map<string, { page: number; line: string }>> {
  const loading = getDocument({ data: new Uint8Array(pdf), verbosity: 0 });
  const document = await loading.promise;
  const links = new Map<string, { page: number; line: string }>();
  for (let number = 1; number <= document.numPages; number++) {
    for (const { dest } of await (await document.getPage(number)).getAnnotations()) {
      const [reference, , , top = 0] = (await document.getDestination(String(dest))) ?? [];
      const page = (await document.getPageIndex(reference)) + 1;
      const { items } = await (await document.getPage(page)).getTextContent();
      links.set(String(dest), {
        page,
        line: firstLine(
          items.filter((item) => 'str' in item),
          top,
        ),
      });
    }
  }
  await loading.destroy();
  return links;
}

/** The text, without white space, that stands highest of what begins below a height. */
function firstLine(items: readonly { str: string; transform: readonly number[] }[], top: number): string {
  const placed = items.flatMap(({ str, transform: [, , , , , y = 0] }) =>
    y <= top && str.trim() !== '' ? { str, y } : [],
  );
  const highest = Math.max(...placed.map(({ y }) => y));
  return placed
    .filter(({ y }) => highest - y < 2)
    .map(({ str }) => str)
    .join('')
    .replace(/\s+/g, '');
}
