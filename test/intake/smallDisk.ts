import { createHash } from 'node:crypto';
import { writeFileSync } from 'node:fs';
import { readdir, rm, stat, statfs, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { MessageChannel } from 'node:worker_threads';
import { gzipSync } from 'node:zlib';
import { createEngine } from '#engine/host/index.ts';
import { type CallProgress, controlContract, engineContract } from '#shared/contract/index.ts';
import { toAppError } from '#shared/errors/index.ts';
import { createClient } from '#shared/rpc/index.ts';
import { threadPort } from '#test/support/threadPort.ts';

// An engine whose workspace is on a small disk, as diskFull.test.ts starts it: `fill` or `again`, the disk, a folder elsewhere.
const [what, disk = '', elsewhere = ''] = process.argv.slice(2);
const path = join(disk, 'workspace');
const ballast = join(disk, 'ballast');
const small = 'id,name\n1,a\n2,b\n';
/** DuckDB moves its log into the database when it is longer than 16 MiB. */
const nearlyMoved = 14_000_000;

const engine = createEngine();
const window = createClient(engineContract);
const control = createClient(controlContract);
const [windowPorts, controlPorts] = [new MessageChannel(), new MessageChannel()];
engine.connectWindow(threadPort(windowPorts.port1));
engine.connectControl(threadPort(controlPorts.port1));
window.attach(threadPort(windowPorts.port2));
control.attach(threadPort(controlPorts.port2));
const asksToBeEnded = new Promise<unknown>((resolve) => control.onEvent(resolve));

if (what === 'fill') await fill();
else await again();
// Without closing anything: so ends an engine that main kills.
process.exit(0);

async function fill(): Promise<void> {
  await control.call('control.open', { path, create: true });
  await tryLoad('before', small);
  await tryLoad('longer than the disk', lines(400_000));
  await tryLoad('longer than gzip usually is', gzipSync(`id,x\n${`1,${'a'.repeat(60)}\n`.repeat(1_500_000)}`));
  await tryLoad('robbed', lines(20_000), 300_000);
  await tellState('full');
  await rm(ballast);
  await tryLoad('after', small);
  for (let i = 1; (await stat(join(path, 'warehouse.duckdb.wal'))).size < nearlyMoved; i++) {
    await tryLoad(`piece ${i}`, lines(15_000));
  }
  await tryLoad('fills the log', lines(50_000), 6_500_000);
  const { id } = (await window.call('datasets.list', {})).find(({ name }) => name === 'piece 1') ?? { id: '' };
  // The next change makes DuckDB move its log, for which there is no room: it breaks off.
  const removed = window.call('datasets.remove', { dataset: id });
  tell('moves the log', await removed.then(() => 'removed', told));
  tell('engine', await asksToBeEnded);
}

async function again(): Promise<void> {
  await rm(ballast);
  await control.call('control.open', { path, create: false });
  await tellState('reopened');
  await tryLoad('afterwards', small);
  await tellState('in the end');
}

/** With `leave`, somebody else takes the disk while the file is copied, all but so many bytes beside the copy. */
async function tryLoad(name: string, content: string | Buffer, leave?: number): Promise<void> {
  const file = join(elsewhere, name);
  await writeFile(file, content);
  await control.call('control.grant', { token: name, path: file });
  const rob = leave === undefined ? null : (await freeBytes()) - content.length - leave;
  const onProgress = ({ stage }: CallProgress) => {
    if (rob !== null && stage === 'copying') writeFileSync(ballast, Buffer.alloc(rob));
  };
  const answer = await window
    .call('intake.load', { file: name, name, options: {} }, { onProgress })
    .then(({ rows }) => rows, told);
  tell(name, answer);
}

function told(thrown: unknown): object {
  const error = toAppError(thrown);
  const { code, messageId, detail } = error;
  return { code, messageId, zh: error.sentence('zh'), en: error.sentence('en'), detail };
}

/** What there is, with each table counted: the whole of it has to be readable. */
async function tellState(name: string): Promise<void> {
  const datasets = await window.call('datasets.list', {});
  const counted = await Promise.all(
    datasets.map(async ({ id, name: dataset }) => {
      const sort = [{ field: datasets.find((one) => one.id === id)?.fields[0]?.name ?? '', descending: true }];
      const { rows } = await window.call('datasets.openView', { dataset: id, sort, filters: [] });
      return [dataset, rows];
    }),
  );
  tell(name, { staged: await readdir(join(path, 'files')), datasets: Object.fromEntries(counted) });
}

async function freeBytes(): Promise<number> {
  const { bavail, bsize } = await statfs(disk);
  return bavail * bsize;
}

function lines(rows: number): string {
  const line = (i: number) => `${i},${createHash('sha512').update(String(i)).digest('base64')}\n`;
  return `id,x\n${Array.from({ length: rows }, (_, i) => line(i)).join('')}`;
}

function tell(name: string, value: unknown): void {
  process.stdout.write(`${JSON.stringify([name, value])}\n`);
}
