import { parseArgs } from 'node:util';
import { z } from 'zod';
import { type SampleSize, sampleSizes } from '#engine/sample/index.ts';
import { AppError, type Locale, locales } from '#shared/errors/index.ts';
import type { ReadOptions } from '#shared/intake/index.ts';
import { readingOptions, readOptionsOf, usage } from './readOptions.ts';

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
  | { readonly kind: 'sample'; readonly size: SampleSize; readonly out: string; readonly seed: number | null }
  | { readonly kind: 'inspect'; readonly file: string; readonly options: ReadOptions }
  | {
      readonly kind: 'compare';
      readonly before: string;
      readonly after: string;
      /** The field by which rows are told apart. */
      readonly key: string | null;
      readonly options: ReadOptions;
    }
  | {
      readonly kind: 'assess';
      readonly file: string;
      /** The day that dates are held against; null: today. */
      readonly asOf: string | null;
      readonly options: ReadOptions;
    }
  | {
      readonly kind: 'convert';
      readonly file: string;
      readonly to: string;
      readonly text: boolean;
      /** Where the rows that could not be read go, to be mended; null: nowhere. */
      readonly quarantine: string | null;
      /** Where they come from when they are mended. */
      readonly repairs: string | null;
      readonly options: ReadOptions;
    };

const options = {
  data: { type: 'string' },
  out: { type: 'string' },
  workspace: { type: 'string' },
  size: { type: 'string' },
  seed: { type: 'string' },
  to: { type: 'string' },
  text: { type: 'boolean' },
  quarantine: { type: 'string' },
  repairs: { type: 'string' },
  key: { type: 'string' },
  'as-of': { type: 'string' },
  ...readingOptions,
  lang: { type: 'string' },
  help: { type: 'boolean', short: 'h' },
  version: { type: 'boolean', short: 'v' },
} as const;

type Option = keyof typeof options;
type Values = Partial<Record<Option, string | boolean | (string | boolean)[]>>;

const reading = Object.keys(readingOptions).filter(isOption);

const verbs = ['run', 'sample', 'inspect', 'assess', 'compare', 'convert'] as const;
type Verb = (typeof verbs)[number];

const allowed: Readonly<Record<Verb, readonly Option[]>> = {
  run: ['data', 'out', 'workspace', 'lang'],
  sample: ['size', 'out', 'seed', 'lang'],
  inspect: [...reading, 'lang'],
  assess: ['as-of', ...reading, 'lang'],
  compare: ['key', ...reading, 'lang'],
  convert: ['to', 'text', 'quarantine', 'repairs', ...reading, 'lang'],
};

/** Reads the arguments, or fails with `usage` and the reason. */
export function parseCommand(args: readonly string[]): Command {
  const { values, positionals } = parse(args);
  const [word, ...rest] = positionals;
  const verb = verbs.find((each) => each === word);
  if (values.help || word === 'help') return { kind: 'help' };
  if (values.version) return { kind: 'version' };
  if (word === undefined) return { kind: 'help' };
  if (verb === undefined) throw usage(`“${word}”?  ${verbs.join(', ')}`);
  const stray = Object.keys(values).find((name) => !allowed[verb].some((option) => option === name));
  if (stray) throw usage(`${verb}: --${stray}?`);
  switch (verb) {
    case 'run':
      return runCommand(values, rest);
    case 'sample':
      return sampleCommand(values, rest);
    case 'inspect':
      return { kind: 'inspect', file: onlyFile(rest), options: readOptionsOf(values) };
    case 'assess':
      return { kind: 'assess', file: onlyFile(rest), asOf: dayOf(values), options: readOptionsOf(values) };
    case 'compare':
      return compareCommand(values, rest);
    case 'convert':
      return convertCommand(values, rest);
  }
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

function compareCommand(values: Values, positionals: readonly string[]): Command {
  const [before, after, ...more] = positionals;
  if (before === undefined || after === undefined) throw needs('OLD NEW');
  if (more.length > 0) throw usage(`“${more[0]}”?`);
  const key = typeof values.key === 'string' && values.key !== '' ? values.key : null;
  return { kind: 'compare', before, after, key, options: readOptionsOf(values) };
}

function convertCommand(values: Values, positionals: readonly string[]): Command {
  const { to } = values;
  const file = onlyFile(positionals);
  if (typeof to !== 'string' || to === '') throw needs('--to OUT.csv');
  const text = values.text === true;
  const [quarantine, repairs] = [fileOf(values, 'quarantine'), fileOf(values, 'repairs')];
  // As they stand, values have no type that they could fail.
  if (text && quarantine !== null) throw usage('--text --quarantine?');
  if (text && repairs !== null) throw usage('--text --repairs?');
  return { kind: 'convert', file, to, text, quarantine, repairs, options: readOptionsOf(values) };
}

function fileOf(values: Values, name: 'quarantine' | 'repairs'): string | null {
  const file = values[name];
  if (file === undefined) return null;
  if (typeof file !== 'string' || file === '') throw needs(`--${name} SHEET.xlsx|csv`);
  return file;
}

function onlyFile(positionals: readonly string[]): string {
  const [file, ...more] = positionals;
  if (file === undefined) throw needs('FILE');
  if (more.length > 0) throw usage(`“${more[0]}”?`);
  return file;
}

function dayOf(values: Values): string | null {
  const day = values['as-of'];
  if (day === undefined) return null;
  if (!z.iso.date().safeParse(day).success) throw usage('--as-of 2026-06-30');
  return String(day);
}

function path(values: Values, name: 'data' | 'out' | 'workspace'): string {
  const value = values[name];
  if (typeof value !== 'string' || value === '') throw needs(`--${name} DIR`);
  return value;
}

const needs = (what: string) => new AppError('validation', 'usageNeeds', { what });

function isOption(name: string): name is Option {
  return Object.hasOwn(options, name);
}

function isSampleSize(value: unknown): value is SampleSize {
  return typeof value === 'string' && Object.hasOwn(sampleSizes, value);
}
