import { parseArgs } from 'node:util';
import { type SampleSize, sampleSizes } from '#engine/sample/index.ts';
import { AppError, type Locale, locales } from '#shared/errors/index.ts';

/** What the command line asks for. Paths are as typed. */
export type Command =
  | { readonly kind: 'help' | 'version' }
  | {
      readonly kind: 'run';
      readonly playbook: string;
      readonly data: string;
      readonly out: string;
      readonly workspace: string | null;
    }
  | { readonly kind: 'sample'; readonly size: SampleSize; readonly out: string; readonly seed: number | null };

const options = {
  data: { type: 'string' },
  out: { type: 'string' },
  workspace: { type: 'string' },
  size: { type: 'string' },
  seed: { type: 'string' },
  lang: { type: 'string' },
  help: { type: 'boolean', short: 'h' },
  version: { type: 'boolean', short: 'v' },
} as const;

type Option = keyof typeof options;
type Values = Partial<Record<Option, string | boolean>>;

const allowed: Readonly<Record<'run' | 'sample', readonly Option[]>> = {
  run: ['data', 'out', 'workspace', 'lang'],
  sample: ['size', 'out', 'seed', 'lang'],
};

/** Reads the arguments, or fails with `usage` and the reason. */
export function parseCommand(args: readonly string[]): Command {
  const { values, positionals } = parse(args);
  const [verb, ...rest] = positionals;
  if (values.help || verb === 'help') return { kind: 'help' };
  if (values.version) return { kind: 'version' };
  if (verb === undefined) return { kind: 'help' };
  if (verb !== 'run' && verb !== 'sample') throw usage(`“${verb}”?  run, sample`);
  const stray = Object.keys(values).find((name) => !allowed[verb].some((option) => option === name));
  if (stray) throw usage(`${verb}: --${stray}?`);
  return verb === 'run' ? runCommand(values, rest) : sampleCommand(values, rest);
}

/** The language of what is printed: --lang, or else the system's, Chinese where it says nothing. */
export function localeOf(args: readonly string[], environment: Readonly<Record<string, string | undefined>>): Locale {
  const given = args.flatMap((arg, i) =>
    arg === '--lang' ? [args[i + 1]] : (/^--lang=(.*)$/.exec(arg)?.[1] ?? []),
  )[0];
  const chosen = locales.find((locale) => locale === given);
  if (chosen) return chosen;
  const system = environment.LC_ALL || environment.LC_MESSAGES || environment.LANG || '';
  return /^en/i.test(system) ? 'en' : 'zh';
}

function parse(args: readonly string[]): { values: Values; positionals: string[] } {
  try {
    return parseArgs({ args: [...args], options, allowPositionals: true, strict: true });
  } catch (thrown) {
    throw usage(thrown instanceof Error ? (thrown.message.split('. ')[0] ?? '') : String(thrown));
  }
}

function runCommand(values: Values, positionals: readonly string[]): Command {
  const [playbook, ...more] = positionals;
  if (playbook === undefined) throw needs('PLAYBOOK.json');
  if (more.length > 0) throw usage(`“${more[0]}”?`);
  const workspace = values.workspace === undefined ? null : path(values, 'workspace');
  return { kind: 'run', playbook, data: path(values, 'data'), out: path(values, 'out'), workspace };
}

function sampleCommand(values: Values, positionals: readonly string[]): Command {
  if (positionals.length > 0) throw usage(`“${positionals[0]}”?`);
  const size = values.size;
  if (!isSampleSize(size)) throw needs(`--size ${Object.keys(sampleSizes).join('|')}`);
  const seed = values.seed === undefined ? null : Number(values.seed);
  if (seed !== null && (!Number.isSafeInteger(seed) || seed < 0 || values.seed === '')) throw usage('--seed 0, 1, 2 …');
  return { kind: 'sample', size, out: path(values, 'out'), seed };
}

function path(values: Values, name: 'data' | 'out' | 'workspace'): string {
  const value = values[name];
  if (typeof value !== 'string' || value === '') throw needs(`--${name} DIR`);
  return value;
}

const needs = (what: string) => new AppError('validation', 'usageNeeds', { what });

function usage(reason: string): AppError {
  return new AppError('validation', 'usage', { reason });
}

function isSampleSize(value: unknown): value is SampleSize {
  return typeof value === 'string' && Object.hasOwn(sampleSizes, value);
}
