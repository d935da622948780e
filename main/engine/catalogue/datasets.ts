import type { Database } from 'better-sqlite3';
import { z } from 'zod';
import { AppError } from '#shared/errors/index.ts';
import { type Dataset, datasetSchema } from '#shared/intake/index.ts';
import type { DatasetStore } from './types.ts';

const rowSchema = z.object({ description: z.string() });
const placeSchema = z.object({ place: z.number() });
const ownRowSchema = z.object({ id: z.string(), description: z.string() });

export function datasetStore(database: Database): DatasetStore {
  const all = database.prepare('SELECT id, description FROM dataset ORDER BY rowid');
  const named = database.prepare('SELECT id, description FROM dataset WHERE name = ?');
  const one = database.prepare('SELECT id, description FROM dataset WHERE id = ?');
  const insert = database.prepare(
    'INSERT INTO dataset (rowid, id, name, version, loaded_at, description) VALUES (?, ?, ?, ?, ?, ?)',
  );
  const placed = database.prepare('SELECT rowid AS place FROM dataset WHERE id = ?');
  const remove = database.prepare('DELETE FROM dataset WHERE id = ?');
  const archive = database.prepare('INSERT INTO dataset_version (dataset_id, version, description) VALUES (?, ?, ?)');
  const earlier = database.prepare(
    'SELECT description FROM dataset_version WHERE dataset_id = ? ORDER BY version DESC',
  );
  const archived = database.prepare('SELECT description FROM dataset_version');
  const forget = database.prepare('DELETE FROM dataset_version WHERE dataset_id = ? AND version = ?');
  const forgetAll = database.prepare('DELETE FROM dataset_version WHERE dataset_id = ?');

  // As they were read last: one of 2,000 columns takes 20 ms to check, and each analysis asks for all.
  const known = new Map<string, { description: string; dataset: Dataset }>();

  function current(row: unknown): Dataset | undefined {
    if (row === undefined) return undefined;
    const { id, description } = ownRowSchema.parse(row);
    const before = known.get(id);
    if (before?.description === description) return before.dataset;
    const dataset = toDataset(row);
    if (dataset) known.set(id, { description, dataset: frozen(dataset) });
    return dataset;
  }

  const described = (rows: readonly unknown[], read: typeof current) =>
    rows.map(read).filter((dataset) => dataset !== undefined);

  const find = (name: string): Dataset | undefined => current(named.get(name));

  /** Where a dataset stands in the list; null where there is none, which is last. */
  const placeOf = (id: string): number | null => placeSchema.optional().parse(placed.get(id))?.place ?? null;

  function add(dataset: Dataset, place: number | null = null): void {
    if (find(dataset.name)) throw new AppError('conflict', 'datasetExists', { name: dataset.name });
    insert.run(place, dataset.id, dataset.name, dataset.version, dataset.loadedAt, JSON.stringify(dataset));
  }

  return {
    list: () => described(all.all(), current),
    find,
    get(name) {
      const dataset = find(name);
      if (!dataset) throw new AppError('notFound', 'datasetMissing', { name });
      return dataset;
    },
    byId(id) {
      const dataset = current(one.get(id));
      if (!dataset) throw new AppError('notFound', 'datasetMissing', { name: id });
      return dataset;
    },
    add: (dataset) => add(dataset),
    replace: (oldId, dataset) =>
      database.transaction(() => {
        const place = placeOf(oldId) ?? placeOf(dataset.id);
        remove.run(oldId);
        remove.run(dataset.id);
        if (oldId !== dataset.id) {
          forgetAll.run(oldId);
          known.delete(oldId);
        }
        add(dataset, place);
      })(),
    supersede: (dataset) =>
      database.transaction(() => {
        const before = current(one.get(dataset.id));
        if (!before) throw new AppError('notFound', 'datasetMissing', { name: dataset.name });
        archive.run(before.id, before.version, JSON.stringify(before));
        const place = placeOf(before.id);
        remove.run(before.id);
        add(dataset, place);
      })(),
    earlier: (id) => described(earlier.all(id), toDataset),
    allEarlier: () => described(archived.all(), toDataset),
    forgetVersion(id, version) {
      forget.run(id, version);
    },
    remove: (id) =>
      database.transaction(() => {
        remove.run(id);
        forgetAll.run(id);
        known.delete(id);
      })(),
  };
}

function toDataset(row: unknown): Dataset | undefined {
  return row === undefined ? undefined : datasetSchema.parse(JSON.parse(rowSchema.parse(row).description));
}

/** Nobody may change what others are given as well. */
function frozen<T>(value: T): T {
  if (typeof value === 'object' && value !== null) {
    for (const part of Object.values(value)) frozen(part);
    Object.freeze(value);
  }
  return value;
}
