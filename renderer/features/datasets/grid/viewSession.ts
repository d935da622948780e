import type { GridView } from '#shared/contract/index.ts';
import { type AppError, toAppError } from '#shared/errors/index.ts';
import { engine } from '../../../app/ports/clients.ts';
import { type GridRow, rowsOf } from './rows.ts';

export interface Page {
  rows: GridRow[];
  total: number;
}

export interface ViewSession {
  /** Rows of a view; `columns` are places in the dataset's fields. */
  page(view: GridView, offset: number, limit: number, columns: readonly number[]): Promise<Page>;
  /** The widest view of one cell; see `datasets.reveal` of the contract. */
  reveal(
    view: GridView,
    row: number,
    column: number,
    reason: string,
  ): Promise<{ value: string | null; seconds: number }>;
  close(): void;
}

interface OpenView {
  key: string;
  opened: Promise<{ view: string; rows: number }>;
  abort: AbortController;
}

/** Keeps one view of a dataset open in the engine: the order of its rows is fixed once per sort and filter. */
export function createViewSession(fields: readonly { name: string }[]): ViewSession {
  let current: OpenView | undefined;

  function open(view: GridView): OpenView {
    const key = JSON.stringify(view);
    if (current?.key === key) return current;
    current?.abort.abort();
    const abort = new AbortController();
    const next: OpenView = { key, abort, opened: engine.call('datasets.openView', view, { signal: abort.signal }) };
    next.opened.catch(() => {
      if (current === next) current = undefined;
    });
    current = next;
    return next;
  }

  async function read(view: GridView, offset: number, limit: number, columns: readonly number[]): Promise<Page> {
    const { opened, abort } = open(view);
    const { view: id, rows } = await opened;
    const names = columns.map((at) => fields[at]?.name).filter((name) => name !== undefined);
    const count = Math.min(limit, rows - offset);
    if (count <= 0) return { rows: [], total: rows };
    const page = await engine.call(
      'datasets.page',
      { view: id, offset, limit: count, fields: names },
      { signal: abort.signal },
    );
    return { rows: rowsOf(page, columns), total: rows };
  }

  /** Does it once more with the view opened again, should it be gone. */
  async function again<T>(view: GridView, work: () => Promise<T>): Promise<T> {
    try {
      return await work();
    } catch (thrown) {
      if (!isGone(toAppError(thrown))) throw thrown;
      if (current?.key === JSON.stringify(view)) current = undefined;
      return work();
    }
  }

  return {
    page: (view, offset, limit, columns) => again(view, () => read(view, offset, limit, columns)),
    reveal: (view, row, column, reason) =>
      again(view, async () => {
        const { view: id } = await open(view).opened;
        return engine.call('datasets.reveal', { view: id, row, field: fields[column]?.name ?? '', reason });
      }),
    close() {
      current?.abort.abort();
      current = undefined;
    },
  };
}

/** The view is no longer there, through another one or a restart: opening it again is all it takes. */
const isGone = (error: AppError) => error.messageId === 'viewExpired' || error.code === 'engineRestarted';
