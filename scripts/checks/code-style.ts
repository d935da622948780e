import { none, type StepResult } from '../test/step.ts';
import { codeFiles, lineAt, withoutComments } from './sources.ts';

const LONGEST_FILE = 350;
const ANY_TYPE = /(?::|\bas|[<,|&=]|\bextends)\s*any\b(?!\s*[('"`:.])|\bany\[\]/g;
const OUR_FOLDERS = ['main', 'renderer', 'shared', 'scripts', 'test'];

/** No code file is too long to be read at a sitting, and none has the type `any`. */
export async function checkCodeStyle(): Promise<StepResult> {
  const files = await codeFiles(OUR_FOLDERS);
  const offences: string[] = [];
  for (const { path, text } of files) {
    const lines = text.trimEnd().split('\n').length;
    if (lines > LONGEST_FILE) offences.push(`${path}: ${lines} lines, at most ${LONGEST_FILE}`);
    if (!/\.tsx?$/.test(path)) continue;
    for (const line of findAny(text)) offences.push(`${path}:${line}: type any`);
  }
  return none(offences, `${files.length} files`);
}

/** The lines on which the type `any` is written. */
export function findAny(text: string): number[] {
  const code = withoutStrings(withoutComments(text));
  return [...code.matchAll(ANY_TYPE)].map(({ index }) => lineAt(code, index));
}

function withoutStrings(text: string): string {
  return text.replace(/'(?:[^'\\\n]|\\.)*'|"(?:[^"\\\n]|\\.)*"/g, (match) => `'${' '.repeat(match.length - 2)}'`);
}
