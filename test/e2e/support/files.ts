import { writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { gzipSync } from 'node:zlib';
import iconv from 'iconv-lite';

/** Writes a file into the test's folder. Returns its path. */
export async function fileIn(folder: string, name: string, content: string | Uint8Array): Promise<string> {
  const path = join(folder, name);
  await writeFile(path, content);
  return path;
}

export const gb18030 = (text: string): Buffer => iconv.encode(text, 'gb18030');

/** A line of CSV in which each value stands in quotes. */
export const csvLine = (...values: readonly string[]): string =>
  `${values.map((value) => `"${value.replaceAll('"', '""')}"`).join(',')}\n`;

const memberRows = 200_000;

/** A table that takes a while to load, made in no time: gzip members, one after another, are one file. */
export function longGzip(members: number): Buffer {
  const rows = Array.from(
    { length: memberRows },
    (_, i) => `${i},客户 ${i % 977},${(i * 7919) % 100_003}.25,2026-0${(i % 9) + 1}-15`,
  );
  const member = gzipSync(`${rows.join('\n')}\n`, { level: 1 });
  return Buffer.concat([gzipSync('编号,名称,金额,日期\n'), ...Array.from({ length: members }, () => member)]);
}
