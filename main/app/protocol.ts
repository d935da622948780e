import { randomBytes } from 'node:crypto';
import { readFile } from 'node:fs/promises';
import { extname, join, normalize, sep } from 'node:path';
import { protocol } from 'electron';
import { paths } from './paths.ts';

export const windowUrl = 'app://clientscope/index.html';

const types: Readonly<Record<string, string>> = {
  '.html': 'text/html; charset=utf-8',
  '.js': 'text/javascript; charset=utf-8',
  '.css': 'text/css; charset=utf-8',
  '.svg': 'image/svg+xml',
  '.png': 'image/png',
  '.ttf': 'font/ttf',
  '.woff2': 'font/woff2',
  '.json': 'application/json',
};

/** Pages to print, by id: `app://report/<id>/`. */
const reports = new Map<string, string>();

/** Must run before the app is ready. */
export function registerScheme(): void {
  protocol.registerSchemesAsPrivileged([
    { scheme: 'app', privileges: { standard: true, secure: true, supportFetchAPI: true, codeCache: true } },
  ]);
}

/** Serves the window's files and the pages to print, each under a policy that lets nothing else in. */
export function serveScheme(): void {
  protocol.handle('app', async (request) => {
    const url = new URL(request.url);
    try {
      if (url.host === 'clientscope') return await serveWindow(decodeURIComponent(url.pathname));
      if (url.host === 'report') return await serveReport(decodeURIComponent(url.pathname));
    } catch {
      // A missing file and a hostile path get the same answer.
    }
    return new Response(null, { status: 404 });
  });
}

/** Makes a page printable; returns its address and what takes it away again. */
export function publishReport(html: string): { url: string; withdraw: () => void } {
  const id = randomBytes(16).toString('hex');
  reports.set(id, html);
  return { url: `app://report/${id}/`, withdraw: () => reports.delete(id) };
}

async function serveWindow(pathname: string): Promise<Response> {
  if (pathname !== '/index.html') return respond(await readFile(within(paths.renderer, pathname)), pathname);
  const nonce = randomBytes(16).toString('base64');
  const page = await readFile(join(paths.renderer, 'index.html'), 'utf8');
  const policy = `default-src 'none'; script-src 'self'; style-src 'self' 'nonce-${nonce}'; img-src 'self' data:; font-src 'self'; connect-src 'self'; base-uri 'none'; form-action 'none'; frame-ancestors 'none'`;
  return respond(page.replaceAll('__CSP_NONCE__', nonce), pathname, policy);
}

async function serveReport(pathname: string): Promise<Response> {
  const font = /^\/[^/]+\/fonts\/([^/]+)$/.exec(pathname)?.[1];
  if (font !== undefined) return respond(await readFile(within(paths.fonts, font)), font);
  const html = reports.get(pathname.split('/')[1] ?? '');
  if (html === undefined) return new Response(null, { status: 404 });
  // The page is our own and has no script; its one style sheet is inline.
  return respond(html, 'report.html', "default-src 'none'; style-src 'unsafe-inline'; font-src 'self'; img-src data:");
}

function respond(body: string | Uint8Array<ArrayBuffer>, name: string, policy?: string): Response {
  return new Response(body, {
    headers: {
      'content-type': types[extname(name)] ?? 'application/octet-stream',
      'x-content-type-options': 'nosniff',
      ...(policy === undefined ? {} : { 'content-security-policy': policy }),
    },
  });
}

function within(root: string, pathname: string): string {
  const path = normalize(join(root, pathname));
  if (!path.startsWith(root + sep)) throw new Error('outside the app');
  return path;
}
