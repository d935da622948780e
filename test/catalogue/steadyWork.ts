import type { Catalogue } from '#engine/catalogue/index.ts';
import { report } from './doings.ts';

/** The same work each time: number `i` of it is done to whatever is there. */
export function doNumber({ definitions, history }: Catalogue, i: number): void {
  const all = definitions.list('report');
  const one = all[i % Math.max(all.length, 1)];
  if (i % 5 === 0 || !one) definitions.create('report', `r${i}`, report(`t${i}`));
  else if (i % 11 === 10) definitions.remove(one.id);
  else if (i % 5 === 1) history.undo(one.id);
  else if (i % 5 === 2 && i % 2 === 0) history.redo(one.id);
  else definitions.save('report', one.id, one.version, `s${i}`, report(`t${i}`));
}

/** All that the work has left, without ids: what is there and what undo and redo would do. */
export function left({ definitions, history }: Catalogue): string {
  const named = (id: string | null) => {
    const { undo, redo } = history.state(id);
    return [undo && [undo.what, undo.name], redo && [redo.what, redo.name]];
  };
  const rows = definitions.list('report').map(({ id, name, version, body }) => [name, version, body, named(id)]);
  return JSON.stringify([rows, named(null)]);
}
