import { none, type StepResult } from '../test/step.ts';
import { codeFiles, lineAt, withoutComments } from './sources.ts';

const SQL = new RegExp(
  [
    String.raw`\bSELECT\b[^;]{1,300}?\bFROM\b`,
    String.raw`\bINSERT\s+(?:OR\s+\w+\s+)?INTO\b`,
    String.raw`\bUPDATE\s+\S+\s+SET\b`,
    String.raw`\bDELETE\s+FROM\b`,
    String.raw`\b(?:CREATE|DROP|ALTER)\s+(?:OR\s+REPLACE\s+)?(?:TEMP\s+)?(?:TABLE|VIEW|INDEX|MACRO|SCHEMA)\b`,
    String.raw`\bCOPY\s+\S+\s+TO\b`,
    String.raw`\b(?:PRAGMA|ATTACH)\s+\w`,
    String.raw`\bGROUP\s+BY\b`,
  ].join('|'),
  'g',
);

/** SQL text is written in the engine and nowhere else. */
export async function checkSqlText(): Promise<StepResult> {
  const files = (await codeFiles(['main', 'renderer', 'shared'])).filter(
    ({ path }) => !path.startsWith('main/engine/'),
  );
  const offences = files.flatMap(({ path, text }) =>
    findSql(text).map(({ line, found }) => `${path}:${line}: SQL text outside main/engine: ${found}`),
  );
  return none(offences, `${files.length} files outside the engine`);
}

/** Where a file holds SQL text, by line, with its beginning. Keywords count in capitals only: prose has the others. */
export function findSql(text: string): { line: number; found: string }[] {
  const code = withoutComments(text);
  return [...code.matchAll(SQL)].map(({ index, 0: found }) => ({
    line: lineAt(code, index),
    found: found.slice(0, 60),
  }));
}
