import { z } from 'zod';
import { AppError } from '#shared/errors/index.ts';
import {
  findJsonFault,
  type JsonFault,
  lineAndColumn,
  maximumPlaybookDepth,
  type Playbook,
  playbookSchema,
  playbookVersion,
} from '#shared/playbook/index.ts';
import { describeIssue } from '#shared/rpc/index.ts';

const chinese = z.locales.zhCN().localeError;
const headSchema = z.object({ format: z.literal('clientscope.playbook'), version: z.number().int() });

/** Reads a playbook's text, or says in one AppError what is wrong with it and where. `file` is its name in the sentence. */
export function parsePlaybook(text: string, file: string): Playbook {
  const json = text.startsWith('\uFEFF') ? text.slice(1) : text;
  const fault = findJsonFault(json, maximumPlaybookDepth);
  if (fault) throw toError(fault, json, file);
  const raw: unknown = JSON.parse(json);
  refuseNewer(raw, file);
  const parsed = playbookSchema.safeParse(raw);
  if (!parsed.success) {
    const inChinese = playbookSchema.safeParse(raw, { error: chinese });
    const { path, reason } = describeIssue(parsed.error);
    throw invalid(file, path, inChinese.success ? reason : describeIssue(inChinese.error).reason, reason);
  }
  refuseTwins(parsed.data, file);
  return parsed.data;
}

function toError(fault: JsonFault, json: string, file: string): AppError {
  const { line, column } = lineAndColumn(json, fault.offset);
  switch (fault.kind) {
    case 'syntax':
      return new AppError('validation', 'playbookNotJson', { file, line, column });
    case 'tooDeep':
      return new AppError('validation', 'playbookTooDeep', { file, line, limit: maximumPlaybookDepth });
    case 'duplicateKey':
      return invalid(
        file,
        `${line}:${column}`,
        `键“${fault.text}”在同一对象中出现了两次`,
        `the key “${fault.text}” is given twice in one object`,
      );
    case 'inexactNumber':
      return invalid(
        file,
        `${line}:${column}`,
        `整数 ${fault.text} 超过 2^53，会失去精度：请写成文本 "${fault.text}"`,
        `the whole number ${fault.text} is beyond 2^53 and would be rounded: write it as text, "${fault.text}"`,
      );
  }
}

/** Before anything else is looked at: a newer format may differ everywhere. */
function refuseNewer(raw: unknown, file: string): void {
  const head = headSchema.safeParse(raw);
  if (head.success && head.data.version > playbookVersion) {
    throw new AppError('validation', 'playbookNewer', { file, found: head.data.version, known: playbookVersion });
  }
}

/** Definitions refer to each other by name, so a name stands for one thing of its kind. */
function refuseTwins(playbook: Playbook, file: string): void {
  const { quality, data, recipes, matches, features, portraits, segments, funnels, roi, reports } = playbook;
  const named = { data, recipes, matches, features, portraits, segments, funnels, roi, reports };
  const lists = [
    ...Object.entries(named).map(([list, all]) => ({ list, key: 'name', names: all.map(({ name }) => name) })),
    { list: 'quality', key: 'table', names: quality.map(({ table }) => table) },
  ];
  for (const { list, key, names } of lists) {
    const twin = names.findIndex((name, i) => names.indexOf(name) < i);
    if (twin < 0) continue;
    const name = names[twin];
    throw invalid(file, `${list}[${twin}].${key}`, `名称“${name}”重复`, `the name “${name}” is taken already`);
  }
}

function invalid(file: string, path: string, reasonZh: string, reason: string): AppError {
  return new AppError('validation', 'playbookInvalid', { file, path, reason, reasonZh });
}
