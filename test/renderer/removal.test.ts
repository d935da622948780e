import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { MessageChannel } from 'node:worker_threads';
import { afterEach, beforeEach, expect, it } from 'vitest';
import { createEngine } from '#engine/host/index.ts';
import { controlContract, type DefinitionOf } from '#shared/contract/index.ts';
import { createClient } from '#shared/rpc/index.ts';
import { threadPort } from '#test/support/threadPort.ts';
import { draftOf, dropDraft, edit } from '../../renderer/app/definitions/drafts.ts';
import { createDefinition, removeDefinition } from '../../renderer/app/definitions/useDefinitions.ts';
import { engine } from '../../renderer/app/ports/clients.ts';

let folder: string;
let close: () => Promise<void>;

/** The window's own client, at the engine itself. */
beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'clientscope-test-'));
  const served = createEngine();
  const [window, control] = [new MessageChannel(), new MessageChannel()];
  served.connectWindow(threadPort(window.port1));
  served.connectControl(threadPort(control.port1));
  engine.attach(threadPort(window.port2));
  const main = createClient(controlContract);
  main.attach(threadPort(control.port2));
  await main.call('control.open', { path: join(folder, 'workspace'), create: true });
  close = async () => {
    await served.close();
    for (const port of [window.port1, control.port1]) port.close();
  };
});

afterEach(async () => {
  await close();
  await rm(folder, { recursive: true, force: true });
});

type Segment = DefinitionOf<'segment'>;

const named = (definition: Segment, segment: string): Segment => ({
  ...definition,
  body: {
    rule: { kind: 'group', combine: 'and', negate: false, items: [{ kind: 'segment', segment }] },
  },
});

async function newSegment(): Promise<Segment> {
  const rule = { kind: 'group' as const, combine: 'and' as const, negate: false, items: [] };
  const made = await createDefinition({ kind: 'segment', name: 'a', body: { rule } });
  if (made.kind !== 'segment') throw new Error('another kind was made');
  return made;
}

it('what is edited while a deletion waits for its save comes back with undo', async () => {
  const segment = await newSegment();
  edit(named(segment, 'before'));
  const removed = removeDefinition(segment.id);
  // The save of the first edit is on its way.
  expect(draftOf(segment.id)?.saving).toBe(true);
  edit(named(segment, 'meanwhile'));
  await removed;
  expect(draftOf(segment.id)).toBeUndefined();
  const undone = await engine.call('history.undo', { definition: null });
  expect(undone?.step.what).toBe('removed');
  expect(undone?.definition?.body).toEqual(named(segment, 'meanwhile').body);
});

it('takes no edits while it is being deleted, and does again when it cannot be', async () => {
  const segment = await newSegment();
  await removeDefinition(segment.id);
  const again = removeDefinition(segment.id);
  await Promise.resolve().then(() => Promise.resolve());
  edit(named(segment, 'too late'));
  expect(draftOf(segment.id)).toBeUndefined();
  await expect(again).rejects.toMatchObject({ code: 'notFound' });
  edit(named(segment, 'later'));
  expect(draftOf(segment.id)?.definition).toMatchObject(named(segment, 'later'));
  dropDraft(segment.id);
});
