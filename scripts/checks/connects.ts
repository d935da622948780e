import { readFile } from 'node:fs/promises';

const INTERNET = /sa_family=AF_INET6?\b[^}]*/;
const LOOPBACK = /inet_addr\("127\.0\.0\.1"\)|inet_pton\(AF_INET6, "::1"/;

/** The lines of an strace record that reach for the internet protocols, loopback apart if that is allowed. */
export async function internetCalls(record: string, { allowLoopback }: { allowLoopback: boolean }): Promise<string[]> {
  const lines = (await readFile(record, 'utf8')).split('\n');
  return lines.filter((line) => INTERNET.test(line) && !(allowLoopback && LOOPBACK.test(line)));
}
