import { spawn } from 'node:child_process';
import { access, mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { delimiter, join, resolve } from 'node:path';
import { pathToFileURL } from 'node:url';
import { z } from 'zod';
import { AppError } from '#shared/errors/index.ts';

const root = resolve(import.meta.dirname, '../..');
const printLimit = 120_000;
const virtualScreen = ['-a', '-s', '-screen 0 1280x1024x24 -nolisten tcp'];

/** An Electron that can print, and the program that gives it a display where there is none. */
export interface Printer {
  readonly command: string;
  readonly args: readonly string[];
}

/** Finds what reports are printed with, building the app where that was not done yet; null where there is nothing. */
export async function findPrinter(signal: AbortSignal): Promise<Printer | null> {
  const runtime = await findRuntime(signal);
  if (!runtime || !(await isBuilt(signal))) return null;
  // Chromium has no sandbox for root.
  const args = [...runtime.args, ...(process.getuid?.() === 0 ? ['--no-sandbox'] : [])];
  if (hasDisplay()) return { command: runtime.executable, args };
  const xvfb = await onPath('xvfb-run');
  return xvfb ? { command: xvfb, args: [...virtualScreen, runtime.executable, ...args] } : null;
}

/** Prints a report's HTML to a PDF file. */
export async function print(
  printer: Printer,
  report: { html: string; footer: string },
  pdf: string,
  signal: AbortSignal,
): Promise<void> {
  const folder = await mkdtemp(join(tmpdir(), 'clientscope-print-'));
  try {
    const [page, footer, fonts] = ['report.html', 'footer.html', 'fonts.conf'].map((name) => join(folder, name));
    if (!page || !footer || !fonts) return;
    await writeFile(page, report.html, { mode: 0o600 });
    await writeFile(footer, report.footer, { mode: 0o600 });
    await writeFile(fonts, fontsWithOurs(join(folder, 'cache')));
    const args = [...printer.args, `--user-data-dir=${join(folder, 'profile')}`];
    args.push(`--print-report=${page}`, `--out=${pdf}`, `--footer=${footer}`);
    const { code, output } = await run(printer.command, args, signal, { FONTCONFIG_FILE: fonts });
    if (code !== 0) throw new Error(`printing ended with ${code}: ${output.trim().slice(-2000)}`);
    if (!(await isPdf(pdf))) throw new Error('printing left no whole PDF');
  } finally {
    await rm(folder, { recursive: true, force: true, maxRetries: 5 });
  }
}

/** Whether a file begins and ends as a PDF does. */
async function isPdf(path: string): Promise<boolean> {
  const content = await readFile(path).catch(() => Buffer.alloc(0));
  return content.subarray(0, 5).toString('latin1') === '%PDF-' && content.subarray(-32).includes('%%EOF');
}

/** Page numbers stand in a template that sees the system's fonts only: on Linux, ours is made one of them. */
function fontsWithOurs(cache: string): string {
  const ours = join(root, 'node_modules/@expo-google-fonts/noto-sans-sc/400Regular');
  const escaped = (path: string) => path.replaceAll('&', '&amp;').replaceAll('<', '&lt;');
  return `<?xml version="1.0"?><!DOCTYPE fontconfig SYSTEM "fonts.dtd">
<fontconfig><include ignore_missing="yes">/etc/fonts/fonts.conf</include><dir>${escaped(ours)}</dir><cachedir>${escaped(cache)}</cachedir></fontconfig>
`;
}

const runtimeSchema = z.object({ executable: z.string(), args: z.array(z.string()) });
type Runtime = z.infer<typeof runtimeSchema>;

/** The runtime that `npm start` and the tests prepare and name, or the one that scripts/runtime finds. */
async function findRuntime(signal: AbortSignal): Promise<Runtime | null> {
  const { CLIENTSCOPE_ELECTRON: executable, CLIENTSCOPE_APP_ARGS: args } = process.env;
  if (executable) return runtimeSchema.parse({ executable, args: JSON.parse(args || '[]') });
  const { code, output } = await run(process.execPath, [join(root, 'scripts/runtime/info.ts')], signal);
  const found = output.slice(output.search(/^\{/m));
  return code === 0 && found ? runtimeSchema.parse(JSON.parse(found)) : null;
}

/** Brings the built app up to date with the checkout. A build that fails leaves the one before. */
async function isBuilt(signal: AbortSignal): Promise<boolean> {
  const script = pathToFileURL(join(root, 'scripts/build-if-changed.ts')).href;
  const build = `await (await import(${JSON.stringify(script)})).buildIfChanged()`;
  await run(process.execPath, ['--input-type=module', '-e', build], signal);
  return exists(join(root, 'out/main/index.cjs'));
}

function hasDisplay(): boolean {
  return process.platform !== 'linux' || Boolean(process.env.DISPLAY || process.env.WAYLAND_DISPLAY);
}

async function onPath(name: string): Promise<string | null> {
  for (const folder of (process.env.PATH ?? '').split(delimiter)) {
    if (folder !== '' && (await exists(join(folder, name)))) return join(folder, name);
  }
  return null;
}

function exists(path: string): Promise<boolean> {
  return access(path).then(
    () => true,
    () => false,
  );
}

/** Runs a program to its end, with its whole family ended on cancel. stdout comes first in `output`, then stderr. */
function run(
  command: string,
  args: readonly string[],
  signal: AbortSignal,
  environment: Readonly<Record<string, string>> = {},
): Promise<{ code: number; output: string }> {
  return new Promise((resolve, reject) => {
    const inGroup = process.platform !== 'win32';
    const env = { ...process.env, ...environment };
    const child = spawn(command, args, { cwd: root, env, stdio: ['ignore', 'pipe', 'pipe'], detached: inGroup });
    const [out, err]: [string[], string[]] = [[], []];
    child.stdout.setEncoding('utf8').on('data', (text: string) => out.push(text));
    child.stderr.setEncoding('utf8').on('data', (text: string) => err.push(text));
    const end = () => {
      if (inGroup && child.pid) process.kill(-child.pid, 'SIGTERM');
      else child.kill();
    };
    const timer = setTimeout(end, printLimit);
    signal.addEventListener('abort', end, { once: true });
    const settle = () => {
      clearTimeout(timer);
      signal.removeEventListener('abort', end);
    };
    child.on('error', (thrown) => {
      settle();
      resolve({ code: 127, output: thrown.message });
    });
    child.on('close', (code) => {
      settle();
      if (signal.aborted) reject(new AppError('cancelled', 'cancelled'));
      else resolve({ code: code ?? 128, output: out.join('') + err.join('') });
    });
  });
}
