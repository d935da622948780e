import { resolve } from 'node:path';
import type { IntakeContext } from '#engine/intake/index.ts';
import type { CallProgress } from '#shared/contract/index.ts';
import { type AppError, type Locale, toAppError } from '#shared/errors/index.ts';
import { slowDiskAdvice, slowDiskProgress } from '#shared/intake/index.ts';
import { type Command, localeOf, parseCommand } from './args.ts';
import { progressLine } from './progressLine.ts';
import { commandTexts } from './texts.ts';

/** How long a cancelled command waits for a disk that does not answer. */
const stuckMilliseconds = 1000;
/** As a shell tells SIGPIPE. */
const readerGoneCode = 141;

const args = process.argv.slice(2);
const locale = localeOf(args, process.env);
const texts = commandTexts[locale];
const line = progressLine(process.stderr);
const abort = new AbortController();
let toldOfDisk = false;
for (const signal of ['SIGINT', 'SIGTERM'] as const) process.once(signal, () => abort.abort());
// Whoever reads a pipe may have seen enough, as `head` has. Without a listener that ends the process where it stands,
// with a trace, and leaves the passing workspace.
let readerGone = false;
process.stdout.on('error', ({ code }: NodeJS.ErrnoException) => {
  readerGone ||= code === 'EPIPE';
});

try {
  process.exitCode = await execute(parseCommand(args));
} catch (thrown) {
  line.clear();
  process.exitCode = readerGone ? readerGoneCode : explain(toAppError(thrown));
}

function execute(command: Command): Promise<number> | number {
  switch (command.kind) {
    case 'help':
      console.log(texts.help);
      return 0;
    case 'version':
      return version();
    case 'run':
      return run(command);
    case 'sample':
      return sample(command);
    case 'inspect':
      return inspect(command);
    case 'assess':
      return assess(command);
    case 'compare':
      return compare(command);
    case 'convert':
      return convert(command);
  }
}

// What a command needs is read when it is asked for: the engine takes a second, and help needs none of it.

async function version(): Promise<number> {
  const { productVersion } = await import('#engine/reports/index.ts');
  console.log(`Clientscope ${productVersion}`);
  return 0;
}

async function run(command: Extract<Command, { kind: 'run' }>): Promise<number> {
  const { controlsOff, resultsFile, runCommand } = await import('./run.ts');
  let subject = '';
  const out = place(command.out);
  const results = await runCommand(
    {
      playbook: place(command.playbook),
      data: place(command.data),
      out,
      workspace: command.workspace === null ? null : place(command.workspace),
    },
    {
      onStart(kind, name) {
        subject = `${texts.kind[kind]} ${name}`;
        line.show(subject, null);
      },
      progress: (progress) => showProgress(subject, progress),
      onNoPrinter(file) {
        line.clear();
        console.log(texts.noPrinter(file));
      },
    },
    abort.signal,
  );
  line.clear();
  const failed = results.definitions.filter((outcome) => outcome.status === 'error');
  for (const { kind, name, error } of failed)
    console.error(texts.failed(texts.kind[kind], name, error.message[locale]));
  for (const { name, field, difference } of controlsOff(results))
    console.error(texts.controlOff(name, field, difference));
  const files = [...results.files, resultsFile];
  const count = results.definitions.length;
  console.log(failed.length === 0 ? texts.done(count, out, files) : texts.partly(failed.length, count, out, files));
  return failed.length === 0 ? 0 : 1;
}

async function sample({ size, seed, out }: Extract<Command, { kind: 'sample' }>): Promise<number> {
  const { generateSample } = await import('#engine/sample/index.ts');
  const folder = place(out);
  const made = await generateSample(
    { size, out: folder, seed: seed ?? undefined },
    { signal: abort.signal, progress: ({ file, share }) => line.show(file, share) },
  );
  line.clear();
  const names = made.files.map(({ name }) => name);
  console.log(texts.sample(names, folder));
  return 0;
}

/** One JSON object and nothing else on stdout, for a pipe. */
async function inspect({ file, options }: Extract<Command, { kind: 'inspect' }>): Promise<number> {
  const { inspectFile } = await import('./files.ts');
  const found = await inspectFile(place(file), options, fileContext(file));
  line.clear();
  console.log(JSON.stringify(found, null, 2));
  return 0;
}

/** One JSON object and nothing else on stdout, as `inspect`. */
async function assess({ file, asOf, options }: Extract<Command, { kind: 'assess' }>): Promise<number> {
  const { assessFile } = await import('./files.ts');
  const found = await assessFile({ file: place(file), asOf, options }, fileContext(file));
  line.clear();
  console.log(JSON.stringify(found, null, 2));
  return 0;
}

/** One JSON object and nothing else on stdout, as `inspect`. */
async function compare({ before, after, key, options }: Extract<Command, { kind: 'compare' }>): Promise<number> {
  const { compareFiles } = await import('./files.ts');
  const request = { before: place(before), after: place(after), key, options };
  const found = await compareFiles(request, fileContext(after));
  line.clear();
  console.log(JSON.stringify(found, null, 2));
  return 0;
}

async function convert(command: Extract<Command, { kind: 'convert' }>): Promise<number> {
  const { convertToCsv, standardOut } = await import('./convert.ts');
  const { file, to, quarantine, repairs } = command;
  if (to === standardOut) process.stdout.once('error', () => abort.abort());
  const paths = {
    file: place(file),
    to: to === standardOut ? to : place(to),
    quarantine: quarantine === null ? null : place(quarantine),
    repairs: repairs === null ? null : place(repairs),
  };
  const { rows, repaired, leftOut } = await convertToCsv({ ...command, ...paths }, locale, fileContext(file));
  line.clear();
  if (to !== standardOut) console.log(texts.converted(rows, repaired, paths.to));
  if (leftOut > 0) console.error(texts.leftOut(leftOut, paths.quarantine));
  return 0;
}

function fileContext(file: string): IntakeContext {
  return { signal: abort.signal, progress: (progress) => showProgress(file, progress) };
}

/** A slow disk is told once where nobody sees the line: without a word, a pipe would seem to stand still. */
function showProgress(subject: string, { share, disk }: CallProgress): void {
  const said = disk && slowDiskProgress(disk, locale);
  line.show(subject, share, said);
  if (!disk || process.stderr.isTTY || toldOfDisk) return;
  toldOfDisk = true;
  console.error(slowDiskAdvice(disk, locale));
}

/** Paths are meant relative to where npm was called. */
function place(path: string): string {
  return resolve(process.env.INIT_CWD ?? process.cwd(), path);
}

/** Says what went wrong in both languages, the chosen one first. */
function explain(error: AppError): number {
  const other: Locale = locale === 'zh' ? 'en' : 'zh';
  console.error(`${error.sentence(locale)} / ${error.sentence(other)}`);
  if (error.detail !== undefined && error.code === 'internal') console.error(error.detail);
  if (error.code !== 'cancelled') return 2;
  // A disk that does not answer would keep the process for as long as it keeps its read: nothing is left to be done but to
  // end as a second Ctrl-C would, which a shell tells as 130, too.
  setTimeout(() => process.kill(process.pid, 'SIGINT'), stuckMilliseconds).unref();
  return 130;
}
