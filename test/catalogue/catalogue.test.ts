import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import Sqlite from 'better-sqlite3';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { openCatalogue } from '#engine/catalogue/index.ts';
import { migrate } from '#engine/catalogue/migrate.ts';
import { migrations } from '#engine/catalogue/migrations/index.ts';
import type { Dataset } from '#shared/intake/index.ts';

let folder = '';
const file = () => join(folder, 'catalogue.sqlite');
const body = { rule: { kind: 'group', combine: 'and', negate: false, items: [] } } as const;
const segment = () => ({ rule: { ...body.rule, items: [] } });

const datasetOf = (id: string, name: string): Dataset => ({
  ...{ id, name, version: 1, file: 'f.csv', bytes: 0, sha256: '', format: 'delimited', options: {} },
  ...{ rows: 0, quarantined: 0, loadedAt: '2024-01-01T00:00:00.000Z', fields: [] },
});

beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'clientscope-catalogue-'));
});
afterEach(() => rm(folder, { recursive: true, force: true }));

describe('migrations', () => {
  it.each(migrations.map((_, i) => i + 1))(
    'number %i applies to what the one before left, and data survives',
    (target) => {
      const database = new Sqlite(':memory:');
      migrate(database, 'w', target - 1);
      if (target > 1) database.exec("INSERT INTO definition (id, kind, name) VALUES ('x', 'segment', 'kept')");
      migrate(database, 'w', target);
      expect(database.pragma('user_version', { simple: true })).toBe(target);
      if (target > 1) expect(database.prepare('SELECT name FROM definition').get()).toEqual({ name: 'kept' });
    },
  );

  it('leave a catalogue of a newer program alone', () => {
    const newer = new Sqlite(file());
    newer.pragma('user_version = 999');
    newer.close();
    expect(() => openCatalogue(file(), 'w')).toThrowError(expect.objectContaining({ messageId: 'workspaceNewer' }));
    expect(new Sqlite(file()).pragma('user_version', { simple: true })).toBe(999);
  });
});

describe('the catalogue', () => {
  it('keeps definitions as versions over a restart', () => {
    const first = openCatalogue(file(), 'w');
    const made = first.definitions.create('segment', '活跃', segment());
    const saved = first.definitions.save('segment', made.id, 1, '很活跃', segment());
    expect(saved).toMatchObject({ version: 2, name: '很活跃' });
    first.close();
    const second = openCatalogue(file(), 'w');
    expect(second.definitions.list('segment')).toEqual([saved]);
    expect(second.definitions.get('segment', '很活跃')).toEqual(saved);
    second.close();
  });

  it('refuses a second of the same name, and a save over a newer version', () => {
    const catalogue = openCatalogue(file(), 'w');
    const made = catalogue.definitions.create('segment', 'a', segment());
    expect(() => catalogue.definitions.create('segment', 'a', segment())).toThrowError(
      expect.objectContaining({ messageId: 'definitionExists' }),
    );
    catalogue.definitions.save('segment', made.id, 1, 'a', segment());
    expect(() => catalogue.definitions.save('segment', made.id, 1, 'b', segment())).toThrowError(
      expect.objectContaining({ messageId: 'definitionConflict' }),
    );
    expect(catalogue.definitions.list()).toHaveLength(1);
    catalogue.close();
  });

  it('says that a definition has gone without showing its id', () => {
    const catalogue = openCatalogue(file(), 'w');
    expect(() => catalogue.definitions.byId('0b9c')).toThrowError(
      expect.objectContaining({ messageId: 'definitionGone', params: {} }),
    );
    catalogue.close();
  });

  it('puts one dataset in the place of another, or leaves both', () => {
    const catalogue = openCatalogue(file(), 'w');
    for (const [id, name] of [
      ['a', 'people'],
      ['b', 'passing'],
      ['c', 'other'],
    ] as const)
      catalogue.datasets.add(datasetOf(id, name));
    const named = () => catalogue.datasets.list().map(({ id, name }) => `${id} ${name}`);
    expect(() => catalogue.datasets.replace('a', datasetOf('b', 'other'))).toThrowError(
      expect.objectContaining({ messageId: 'datasetExists' }),
    );
    expect(named().sort()).toEqual(['a people', 'b passing', 'c other']);
    catalogue.datasets.replace('a', datasetOf('b', 'people'));
    expect(named()).toEqual(['b people', 'c other']);
    // A newer version stands where the one before it stood: a list that is looked at does not jump.
    catalogue.datasets.supersede({ ...datasetOf('b', 'people'), version: 2, loadedAt: '2025-01-01T00:00:00.000Z' });
    catalogue.datasets.add(datasetOf('d', 'last'));
    expect(named()).toEqual(['b people', 'c other', 'd last']);
    catalogue.close();
  });

  it('frees the name of what was removed', () => {
    const catalogue = openCatalogue(file(), 'w');
    catalogue.definitions.remove(catalogue.definitions.create('segment', 'a', segment()).id);
    expect(catalogue.definitions.list()).toEqual([]);
    expect(catalogue.definitions.create('segment', 'a', segment()).version).toBe(1);
    catalogue.close();
  });

  it('is open in one place at a time', () => {
    const catalogue = openCatalogue(file(), 'w');
    expect(() => openCatalogue(file(), 'w')).toThrowError(expect.objectContaining({ messageId: 'workspaceLocked' }));
    catalogue.close();
    openCatalogue(file(), 'w').close();
  });

  it('says that the disk is full without numbers it does not have', () => {
    const locking = vi.spyOn(Sqlite.prototype, 'pragma').mockImplementationOnce(() => {
      throw new Sqlite.SqliteError('database or disk is full', 'SQLITE_FULL');
    });
    expect(() => openCatalogue(file(), 'w')).toThrowError(
      expect.objectContaining({ messageId: 'diskFullNow', params: {} }),
    );
    locking.mockRestore();
  });

  it('says that a damaged file is damaged', async () => {
    await writeFile(file(), 'this is no database, whatever its name says '.repeat(200));
    expect(() => openCatalogue(file(), 'w')).toThrowError(expect.objectContaining({ messageId: 'workspaceCorrupt' }));
  });
});

describe('the audit log', () => {
  it('chains its entries and names the first that was tampered with', () => {
    const catalogue = openCatalogue(file(), 'w');
    for (const subject of ['a', 'b', 'c']) catalogue.audit.append('import', subject, { rows: 1 });
    expect(catalogue.audit.verify()).toBeNull();
    catalogue.close();
    const database = new Sqlite(file());
    expect(() => database.exec("UPDATE audit SET subject = 'x' WHERE sequence = 2")).toThrow(/append-only/);
    expect(() => database.exec('DELETE FROM audit WHERE sequence = 2')).toThrow(/append-only/);
    database.exec("DROP TRIGGER audit_keeps_entries; UPDATE audit SET subject = 'x' WHERE sequence = 2");
    database.close();
    const reopened = openCatalogue(file(), 'w');
    expect(reopened.audit.verify()).toBe(2);
    reopened.close();
  });
});
