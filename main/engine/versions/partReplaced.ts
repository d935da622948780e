import { basename, join } from 'node:path';
import type { Dataset, FilePart, Remark } from '#shared/intake/index.ts';
import { accountTogether, digestOf } from '../intake/index.ts';
import type { Column } from './columns.ts';
import { hashOfBoth, partOf } from './parts.ts';

/** A column that nothing but the replaced file had goes with it. */
export function isOnlyOf({ remarks = [] }: Dataset, { file }: FilePart, { name }: Column): boolean {
  return remarks.some(({ kind, names }) => kind === 'extraColumns' && names.includes(`${name} (${file})`));
}

/** What a version is where one of its files gave way to another; what its files say of it as totals is no longer known, because nobody noted which of them said what. */
export function withoutPart(
  before: Dataset,
  { part, at }: { readonly part: FilePart; readonly at: number },
  loaded: Dataset,
): Dataset {
  const { accounting: _, remarks = [], repaired: __, ownFigures: ___, readFrom: ____, ...rest } = before;
  const parts = (before.parts ?? []).with(at, partOf(loaded));
  const accounts = parts.flatMap(({ accounting }) => accounting ?? []);
  const said = [...remarks.flatMap((remark) => remarkAfter(remark, part, loaded)), ...(loaded.remarks ?? [])];
  const bytes = part.bytes === undefined ? before.bytes : before.bytes - part.bytes + loaded.bytes;
  return {
    ...rest,
    ...sourceAfter(before, part, at, loaded, parts),
    file: before.file === part.file ? loaded.file : before.file,
    ...{ bytes, loadedAt: loaded.loadedAt, parts },
    rows: sumOf(parts.map(({ rows }) => rows)),
    quarantined: sumOf(parts.map(({ quarantined }) => quarantined)),
    ...(accounts.length === parts.length ? { accounting: accountTogether(accounts) } : {}),
    ...(said.length > 0 ? { remarks: said } : {}),
    follows: { how: 'partReplaced', version: before.version },
  };
}

const sumOf = (numbers: readonly number[]) => numbers.reduce((sum, each) => sum + each, 0);

/** What is remarked of the files beside: the name of the replaced one goes, or becomes that of the other. */
function remarkAfter(remark: Remark, { file }: FilePart, loaded: Dataset): Remark[] {
  if (remark.kind === 'joinedFiles')
    return [{ ...remark, names: remark.names.map((name) => (name === file ? loaded.file : name)) }];
  if (remark.kind !== 'missingColumns' && remark.kind !== 'extraColumns') return [remark];
  const names = remark.names.filter((name) => !name.startsWith(`${file}: `) && !name.endsWith(` (${file})`));
  return names.length === 0 ? [] : [{ ...remark, names, count: names.length }];
}

/** The hash of the files as they are now, and where they lie; without places where these would not be read as they were. */
function sourceAfter(
  { sha256, readFrom: from = [] }: Dataset,
  part: FilePart,
  at: number,
  loaded: Dataset,
  parts: readonly FilePart[],
): Pick<Dataset, 'sha256' | 'readFrom'> {
  const [own] = loaded.readFrom ?? [];
  const [path] = own?.paths ?? [];
  const chain = (all: NonNullable<Dataset['readFrom']>) => all.map((each) => each.sha256).reduce(hashOfBoth);
  if (own && from.length > 1 && from.length === parts.length && chain(from) === sha256) {
    const readFrom = from.with(at, own);
    return { sha256: chain(readFrom), readFrom };
  }
  const [only] = from;
  const hashed = parts.flatMap(({ file, sha256: hash }) => (hash === undefined ? [] : [{ name: file, sha256: hash }]));
  if (only && path !== undefined && from.length === 1 && hashed.length === parts.length) {
    const paths = pathsAfter(only.paths, part.file, at, parts.length, path);
    const digest = digestOf(hashed);
    if (paths) return { sha256: digest, readFrom: [{ paths, sha256: digest }] };
  }
  return { sha256: hashOfBoth(sha256, loaded.sha256) };
}

/** Files that were chosen one by one, with the other in its place; a folder, where the other took its place in there. */
function pathsAfter(paths: readonly string[], file: string, at: number, count: number, path: string): string[] | null {
  if (paths.length === count && basename(paths[at] ?? '') === file) return paths.with(at, path);
  const [folder] = paths;
  return paths.length === 1 && folder !== undefined && join(folder, file) === path ? [...paths] : null;
}
