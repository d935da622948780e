const INTERNET = /\bAF_INET6?\b/;
const LOOPBACK = /inet_addr\("127\.0\.0\.1"\)|inet_pton\(AF_INET6, "::1"/;

/** Whether strace has followed a program to its end: an empty record would prove nothing. */
export function isComplete(record: string): boolean {
  return /^\d+ +\+\+\+ exited with 0 \+\+\+$/m.test(record);
}

/** The lines of an strace record that reach for the internet protocols, loopback apart if that is allowed. */
export function internetCalls(record: string, { allowLoopback }: { allowLoopback: boolean }): string[] {
  return record.split('\n').filter((line) => INTERNET.test(line) && !(allowLoopback && LOOPBACK.test(line)));
}
