import type { Constant } from '#shared/conditions/index.ts';
import type { FunnelStep } from '#shared/funnels/index.ts';
import type { Field } from '#shared/intake/index.ts';
import { emptyTest, firstTest, type TestDraft, toDraft, toPredicate } from '../../segments/index.ts';

/** A test of a step while it is being filled in. */
export interface EditTest {
  readonly id: string;
  readonly field: string | null;
  readonly test: TestDraft;
}

/** A step while it is being edited. Its id lasts while it is moved about. */
export interface EditStep {
  readonly id: string;
  /** Null: it is called after what it asks for. */
  readonly name: string | null;
  readonly tests: readonly EditTest[];
}

let sequence = 0;
const freshId = (): string => `s${++sequence}`;

export const newTest = (field: Field | null = null): EditTest => ({
  id: freshId(),
  field: field?.name ?? null,
  test: field ? firstTest(field.type) : emptyTest,
});

export const newStep = (field: Field | null): EditStep => ({ id: freshId(), name: null, tests: [newTest(field)] });

/** A step of the rows in which a field has one value. */
export const stepOfValue = (field: string, value: Constant): EditStep => ({
  id: freshId(),
  name: null,
  tests: [{ id: freshId(), field, test: { ...emptyTest, op: 'eq', first: value } }],
});

/** Saved steps, ready to be edited. */
export function toEdit(steps: readonly FunnelStep[]): EditStep[] {
  return steps.map(({ name, all }) => {
    const tests = all.map(({ field, test }) => ({ id: freshId(), field, test: toDraft(test) }));
    return { id: freshId(), name: name === askedFor(tests) ? null : name, tests };
  });
}

/** The step that is meant; null while none of its tests is complete. `place` counts from 1. */
export function toStep(step: EditStep, place: number): FunnelStep | null {
  const all = step.tests.flatMap(({ field, test }) => {
    const predicate = toPredicate(test);
    return field === null || predicate === null ? [] : [{ field, test: predicate }];
  });
  return all.length === 0 ? null : { name: nameOf(step, place), all };
}

/** What a step is called. */
export function nameOf({ name, tests }: EditStep, place: number): string {
  return (name ?? askedFor(tests) ?? `${place}`).slice(0, 200);
}

/** The values that a step asks for, where that is all it asks. */
function askedFor(tests: readonly EditTest[]): string | null {
  const [only] = tests;
  if (!only || tests.length > 1) return null;
  const { op, first, many } = only.test;
  if (op === 'in' && many.length > 0) return many.join(' / ');
  return op === 'eq' && first !== null && String(first) !== '' ? String(first) : null;
}

/** Moves the step with an id to the place of another. */
export function moved(steps: readonly EditStep[], id: string, to: string): EditStep[] {
  const from = steps.findIndex((step) => step.id === id);
  const place = steps.findIndex((step) => step.id === to);
  const step = steps[from];
  return step && place >= 0 ? steps.toSpliced(from, 1).toSpliced(place, 0, step) : [...steps];
}
