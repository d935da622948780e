interface Part {
  name: string;
  title: string;
}

/** One step: what of a definition it changed, before and after; null: it was not there. */
export interface Change {
  id: string;
  stack: string;
  before: Partial<Part> | null;
  after: Partial<Part> | null;
}

/** Undo and redo in the plainest way: everything in memory, a list of steps done and a list of steps undone. */
export function model() {
  const known = new Map<string, Part>();
  const there = new Set<string>();
  let steps = 0;
  const done: (Change & { place: number })[] = [];
  let undone: typeof done = [];

  function put(id: string, part: Partial<Part> | null): void {
    if (part === null) {
      there.delete(id);
      return;
    }
    there.add(id);
    known.set(id, { ...(known.get(id) ?? { name: '', title: '' }), ...part });
  }

  /** Takes the last step that counts from one list to the end of the other. */
  function move(from: typeof done, to: typeof done, shown: string | null): Change | undefined {
    const own = shown !== null && there.has(shown) ? shown : null;
    const at = from.findLastIndex(({ stack }) => stack === 'workspace' || stack === own);
    const [change] = at < 0 ? [] : from.splice(at, 1);
    if (change) to.push(change);
    return change;
  }

  return {
    record(change: Change): void {
      undone = undone.filter((each) => each.stack !== change.stack);
      done.push({ ...change, place: ++steps });
      put(change.id, change.after);
    },
    undo(shown: string | null): boolean {
      // What was redone lies at the end of the list, but its place is the one at which it was first done.
      done.sort((a, b) => a.place - b.place);
      const change = move(done, undone, shown);
      if (change) put(change.id, comingBack(change) ? {} : change.before);
      return change !== undefined;
    },
    redo(shown: string | null): boolean {
      const change = move(undone, done, shown);
      if (change) put(change.id, comingBack(change) ? {} : change.after);
      return change !== undefined;
    },
    now: () => Object.fromEntries([...there].map((id) => [id, known.get(id)])),
  };

  /** A definition comes back as it went, edits of its own stack included. */
  function comingBack({ id, before, after }: Change): boolean {
    return (before === null || after === null) && !there.has(id);
  }
}
