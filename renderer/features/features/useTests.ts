import { useState } from 'react';
import type { RowTest } from '#shared/features/index.ts';
import { emptyTest, type TestDraft, toDraft, toPredicate } from '../segments/index.ts';

/** A test while it is being filled in. */
export interface EditTest {
  readonly id: string;
  readonly field: string | null;
  readonly test: TestDraft;
}

let sequence = 0;
const freshId = (): string => `t${++sequence}`;

export const newTest = (): EditTest => ({ id: freshId(), field: null, test: { ...emptyTest, op: 'eq' } });

const toEdit = ({ field, test }: RowTest): EditTest => ({ id: freshId(), field, test: toDraft(test) });

function complete(tests: readonly EditTest[]): RowTest[] {
  return tests.flatMap(({ field, test }) => {
    const asked = toPredicate(test);
    return field !== null && asked ? [{ field, test: asked }] : [];
  });
}

/** Tests as they are edited: those that are complete are kept, those that are not stay on screen. */
export function useTests(rows: readonly RowTest[], onChange: (rows: RowTest[]) => void) {
  const written = JSON.stringify(rows);
  const [state, setState] = useState(() => ({ tests: rows.map(toEdit), written }));
  let { tests } = state;
  if (state.written !== written) {
    // Changed elsewhere, as by undo.
    tests = rows.map(toEdit);
    setState({ tests, written });
  }
  const change = (next: readonly EditTest[]) => {
    const kept = complete(next);
    setState({ tests: [...next], written: JSON.stringify(kept) });
    if (JSON.stringify(kept) !== written) onChange(kept);
  };
  return { tests, change };
}
