import fc from 'fast-check';
import type { Catalogue } from '#engine/catalogue/index.ts';
import type { DefinitionOf } from '#shared/contract/index.ts';
import type { Change } from './oracle.ts';

/** What a user does; `at` chooses among the definitions made so far, the deleted ones too. */
export type Doing =
  | { do: 'create'; name: string; title: string }
  | { do: 'edit'; at: number; title: string }
  | { do: 'rename'; at: number; name: string }
  | { do: 'both'; at: number; name: string; title: string }
  | { do: 'remove'; at: number };

const title = fc.constantFrom('a', 'b', 'c', 'd');
// Few names, so that they meet.
const name = fc.constantFrom('u', 'v', 'w');
const at = fc.nat(5);
export const doing: fc.Arbitrary<Doing> = fc.oneof(
  fc.record({ do: fc.constant('create' as const), name, title }),
  fc.record({ do: fc.constant('edit' as const), at, title }),
  fc.record({ do: fc.constant('rename' as const), at, name }),
  fc.record({ do: fc.constant('both' as const), at, name, title }),
  fc.record({ do: fc.constant('remove' as const), at }),
);

export function report(text: string): DefinitionOf<'report'>['body'] {
  return { title: text, purpose: 'discussion', confidentiality: 'internal', language: 'zh', pages: [] };
}

/** What is there, by id: name and title, the state that undo and redo are about. */
export function namesAndTitles(catalogue: Catalogue): Record<string, { name: string; title: string }> {
  const all = catalogue.definitions.list('report');
  return Object.fromEntries(
    all.flatMap((each) => (each.kind === 'report' ? [[each.id, { name: each.name, title: each.body.title }]] : [])),
  );
}

/** Does it where it can be done, and tells `record` what became of it. */
export function doTo(
  { definitions }: Catalogue,
  ids: string[],
  doing: Doing,
  record: (change: Change) => void = () => undefined,
): void {
  const all = definitions.list('report');
  const id = 'at' in doing ? ids[doing.at % Math.max(ids.length, 1)] : undefined;
  if ('name' in doing && all.some((each) => each.name === doing.name && each.id !== id)) return;
  if (doing.do === 'create') {
    const made = definitions.create('report', doing.name, report(doing.title));
    ids.push(made.id);
    record({ id: made.id, stack: 'workspace', before: null, after: { name: doing.name, title: doing.title } });
    return;
  }
  const current = all.find((each) => each.id === id);
  if (current?.kind !== 'report') return;
  const was = { name: current.name, title: current.body.title };
  if (doing.do === 'remove') {
    definitions.remove(current.id);
    record({ id: current.id, stack: 'workspace', before: was, after: null });
    return;
  }
  const name = doing.do === 'edit' ? was.name : doing.name;
  const title = doing.do === 'rename' ? was.title : doing.title;
  definitions.save('report', current.id, current.version, name, report(title));
  if (name !== was.name) record({ id: current.id, stack: 'workspace', before: { name: was.name }, after: { name } });
  if (title !== was.title)
    record({ id: current.id, stack: current.id, before: { title: was.title }, after: { title } });
}
