import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import Sqlite from 'better-sqlite3';
import fc from 'fast-check';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { type Catalogue, openCatalogue } from '#engine/catalogue/index.ts';
import type { StepOutcome } from '#shared/contract/index.ts';
import { type Doing, doing, doTo, namesAndTitles, report } from './doings.ts';
import { model } from './oracle.ts';

let folder = '';
let catalogue: Catalogue;
const file = () => join(folder, 'catalogue.sqlite');
const reopen = () => {
  catalogue.close();
  catalogue = openCatalogue(file(), 'w');
};

beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'clientscope-history-'));
  catalogue = openCatalogue(file(), 'w');
});
afterEach(async () => {
  catalogue.close();
  await rm(folder, { recursive: true, force: true });
});

const doingOrHistory: fc.Arbitrary<Doing | { history: 'undo' | 'redo'; at: number }> = fc.oneof(
  doing,
  fc.record({ history: fc.constantFrom('undo' as const, 'redo' as const), at: fc.nat(5) }),
);
const told = (outcome: StepOutcome) => outcome && `${outcome.step.what} ${outcome.step.name}`;

describe('undo and redo', () => {
  it('take an edit back as a new version, and forth again', () => {
    const { definitions, history } = catalogue;
    const made = definitions.create('report', 'r', report('one'));
    definitions.save('report', made.id, 1, 'r', report('two'));
    const undone = history.undo(made.id);
    expect(undone).toMatchObject({
      step: { definition: made.id, kind: 'report', name: 'r', what: 'edited' },
      definition: { version: 3, body: { title: 'one' } },
    });
    expect(history.redo(made.id)).toMatchObject({ definition: { version: 4, body: { title: 'two' } } });
    expect(history.redo(made.id)).toBeNull();
    expect(() => definitions.save('report', made.id, 2, 'r', report('x'))).toThrowError(
      expect.objectContaining({ messageId: 'definitionConflict' }),
    );
  });

  it('make of a save of name and body two steps, and of a save of neither none', () => {
    const { definitions, history } = catalogue;
    const { id } = definitions.create('report', 'old', report('one'));
    definitions.save('report', id, 1, 'new', report('two'));
    definitions.save('report', id, 2, 'new', report('two'));
    expect(told(history.undo(id))).toBe('edited new');
    expect(told(history.undo(id))).toBe('renamed old');
    expect(definitions.byId(id)).toMatchObject({ name: 'old', body: { title: 'one' } });
    expect(told(history.undo(id))).toBe('created old');
    expect(history.undo(id)).toBeNull();
  });

  it('bring back what was deleted, with its body, its name and its own steps', () => {
    const { definitions, history } = catalogue;
    const { id } = definitions.create('report', 'r', report('one'));
    definitions.save('report', id, 1, 'r', report('two'));
    definitions.remove(id);
    expect(history.state(id).undo).toMatchObject({ what: 'removed', name: 'r' });
    expect(history.undo(null)).toMatchObject({ definition: { id, name: 'r', body: { title: 'two' } } });
    expect(history.undo(id)).toMatchObject({ definition: { body: { title: 'one' } } });
  });

  it('leave the edits of definitions alone that are not shown', () => {
    const { definitions, history } = catalogue;
    const a = definitions.create('report', 'a', report('one'));
    const b = definitions.create('report', 'b', report('one'));
    definitions.save('report', a.id, 1, 'a', report('two'));
    expect(told(history.undo(b.id))).toBe('created b');
    expect(told(history.undo(a.id))).toBe('edited a');
  });

  it('end with a new edit of the same stack, and of that one only', () => {
    const { definitions, history } = catalogue;
    const a = definitions.create('report', 'a', report('one'));
    definitions.save('report', a.id, 1, 'a', report('two'));
    definitions.create('report', 'b', report('one'));
    history.undo(a.id);
    history.undo(a.id);
    expect(history.state(a.id).redo).toMatchObject({ what: 'edited' });
    definitions.save('report', a.id, 3, 'a', report('three'));
    expect(told(history.redo(a.id))).toBe('created b');
    expect(history.redo(a.id)).toBeNull();
  });

  it('keep 100 steps of each stack, the newest', () => {
    const { definitions, history } = catalogue;
    const { id } = definitions.create('report', 'r', report('0'));
    for (let i = 1; i <= 130; i++) definitions.save('report', id, i, 'r', report(String(i)));
    let undone = 0;
    while (history.state(id).undo?.what === 'edited' && history.undo(id)) undone++;
    expect(undone).toBe(100);
    expect(definitions.byId(id)).toMatchObject({ body: { title: '30' } });
    expect(told(history.undo(id)), "the workspace's stack is another").toBe('created r');
  });

  it('refuse a name that was taken past the history, and change nothing', () => {
    const { definitions } = catalogue;
    definitions.remove(definitions.create('report', 'r', report('one')).id);
    // As a program would that knows nothing of steps.
    catalogue.close();
    const database = new Sqlite(file());
    database.exec(`INSERT INTO definition (id, kind, name) VALUES ('x', 'report', 'r')`);
    database.exec(`INSERT INTO definition_version SELECT 'x', version, name, body, saved_at FROM definition_version`);
    database.close();
    catalogue = openCatalogue(file(), 'w');
    expect(() => catalogue.history.undo(null)).toThrowError(expect.objectContaining({ messageId: 'definitionExists' }));
    expect(catalogue.definitions.list()).toMatchObject([{ id: 'x' }]);
    expect(catalogue.history.state(null)).toMatchObject({ undo: { what: 'removed' }, redo: null });
  });

  it('start anew after what was done is forgotten', () => {
    const { definitions, history } = catalogue;
    const { id } = definitions.create('report', 'r', report('one'));
    history.forget();
    expect(history.state(id)).toEqual({ undo: null, redo: null });
    expect(history.undo(id)).toBeNull();
  });

  it('survive a restart, undone steps too', () => {
    const { id } = catalogue.definitions.create('report', 'r', report('one'));
    catalogue.definitions.save('report', id, 1, 's', report('two'));
    catalogue.history.undo(id);
    const before = catalogue.history.state(id);
    reopen();
    expect(catalogue.history.state(id)).toEqual(before);
    expect(told(catalogue.history.redo(id))).toBe('edited s');
    expect(told(catalogue.history.undo(id))).toBe('edited s');
    expect(told(catalogue.history.undo(id))).toBe('renamed r');
  });
});

describe('any sequence of edits', () => {
  it('followed by n undos and n redos leaves everything as it was', () => {
    fc.assert(
      fc.property(fc.array(doing, { maxLength: 25, size: 'max' }), fc.nat(30), fc.boolean(), (sequence, n, restart) => {
        const ids = startOver();
        for (const each of sequence) doTo(catalogue, ids, each);
        const before = namesAndTitles(catalogue);
        const shown = ids.at(-1) ?? null;
        // The definition on screen is what undo names: a deleted one gives way to what was undone last.
        const undone = Array.from({ length: n }, () => catalogue.history.undo(shown)).filter(Boolean);
        if (restart) reopen();
        for (const _ of undone) expect(catalogue.history.redo(shown)).not.toBeNull();
        expect(namesAndTitles(catalogue)).toEqual(before);
        expect(catalogue.history.state(shown).redo).toBeNull();
      }),
      { numRuns: 60 },
    );
  });

  it('mixed with undos and redos is as a list of states kept in memory says', () => {
    fc.assert(
      fc.property(fc.array(doingOrHistory, { maxLength: 40, size: 'max' }), (sequence) => {
        const ids = startOver();
        const oracle = model();
        for (const each of sequence) {
          if ('history' in each) {
            const shown = ids[each.at % Math.max(ids.length, 1)] ?? null;
            expect(catalogue.history[each.history](shown) !== null).toBe(oracle[each.history](shown));
          } else {
            doTo(catalogue, ids, each, oracle.record);
          }
          expect(namesAndTitles(catalogue)).toEqual(oracle.now());
        }
      }),
      { numRuns: 60 },
    );
  });
});

/** An empty catalogue, with its old definitions gone and forgotten. */
function startOver(): string[] {
  for (const { id } of catalogue.definitions.list()) catalogue.definitions.remove(id);
  catalogue.history.forget();
  return [];
}
