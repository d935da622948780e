import { describe, expect, it } from 'vitest';
import { AppError } from '#shared/errors/index.ts';
import { localeOf, parseCommand } from '../../main/cli/args.ts';

const refusal = (...args: string[]) => {
  try {
    return JSON.stringify(parseCommand(args));
  } catch (thrown) {
    if (thrown instanceof AppError && thrown.messageId === 'usage') return String(thrown.params.reason);
    if (thrown instanceof AppError && thrown.messageId === 'usageNeeds') return String(thrown.params.what);
    throw thrown;
  }
};

describe('parseCommand', () => {
  it('reads a run, with and without a workspace', () => {
    const run = { kind: 'run', playbook: 'p.json', data: 'd', out: 'o' };
    expect(parseCommand(['run', 'p.json', '--data', 'd', '--out=o'])).toEqual({ ...run, workspace: null });
    expect(parseCommand(['run', '--data=d', 'p.json', '--out', 'o', '--workspace', 'w', '--lang', 'en'])).toEqual({
      ...run,
      workspace: 'w',
    });
  });

  it('reads a sample', () => {
    expect(parseCommand(['sample', '--size', 'M', '--out', 'o'])).toEqual({
      kind: 'sample',
      size: 'M',
      out: 'o',
      seed: null,
    });
    expect(parseCommand(['sample', '--size', 'S', '--out', 'o', '--seed', '0'])).toMatchObject({ seed: 0 });
  });

  it('reads the types of columns, whatever they are called', () => {
    expect(parseCommand(['inspect', 'a.csv', '--type', '流失=boolean', '--type=a=b=text', '--skip', '1'])).toEqual({
      kind: 'inspect',
      file: 'a.csv',
      options: {
        skip: 1,
        columns: [
          { column: '流失', type: 'boolean' },
          { column: 'a=b', type: 'text' },
        ],
      },
    });
  });

  it('helps and tells its version', () => {
    for (const args of [[], ['--help'], ['-h'], ['run', '--help'], ['help']])
      expect(parseCommand(args)).toEqual({ kind: 'help' });
    for (const args of [['--version'], ['-v'], ['run', '--version']])
      expect(parseCommand(args)).toEqual({ kind: 'version' });
  });

  it.each([
    [['fly'], 'fly'],
    [['run'], 'PLAYBOOK'],
    [['run', 'p.json', '--out', 'o'], '--data'],
    [['run', 'p.json', '--data', 'd'], '--out'],
    [['run', 'p.json', '--data', '', '--out', 'o'], '--data'],
    [['run', 'p.json', 'q.json', '--data', 'd', '--out', 'o'], 'q.json'],
    [['run', 'p.json', '--data', 'd', '--out', 'o', '--size', 'S'], '--size'],
    [['run', 'p.json', '--nonsense'], 'nonsense'],
    [['sample', '--size', 'XL', '--out', 'o'], '--size'],
    [['sample', '--size', 'S', '--out', 'o', '--seed', 'x'], '--seed'],
    [['sample', '--size', 'S', '--out', 'o', '--seed', ''], '--seed'],
    [['sample', '--size', 'S', '--out', 'o', '--seed', '1.5'], '--seed'],
    [['inspect', 'a.csv', '--type', '流失=yes'], 'boolean'],
    [['inspect', 'a.csv', '--type', '=text'], '--type'],
    [['assess', 'a.csv', '--as-of', '2026-02-30'], '--as-of'],
    [['convert', 'a.csv', '--to', 'b.csv', '--text', '--repairs', 'c.xlsx'], '--repairs'],
    [['convert', 'a.csv', '--to', 'b.csv', '--text', '--quarantine', 'c.xlsx'], '--quarantine'],
  ])('refuses %j and names what is wrong', (args, named) => {
    const reason = refusal(...args);
    expect(reason).toContain(named);
    expect(reason).not.toContain('"kind"');
  });
});

describe('localeOf', () => {
  it.each([
    [['run', '--lang', 'en'], { LANG: 'zh_CN.UTF-8' }, 'en'],
    [['--lang=zh'], { LANG: 'en_US.UTF-8' }, 'zh'],
    [[], { LANG: 'en_US.UTF-8' }, 'en'],
    [[], { LC_ALL: 'zh_CN', LANG: 'en_US' }, 'zh'],
    [[], { LANG: 'C.UTF-8' }, 'zh'],
    [[], {}, 'zh'],
  ] as const)('takes %j in %j for %s', (args, environment, locale) => {
    expect(localeOf(args, environment)).toBe(locale);
  });
});
