import type { Definition, DefinitionKind, DefinitionOf } from '#shared/contract/index.ts';
import type { Dataset } from '#shared/intake/index.ts';
import { type Playbook, type PlaybookRemark, playbookSchema, playbookVersion } from '#shared/playbook/index.ts';
import { type NameOf, namesOf, partsOf } from './fileNames.ts';

/**
 * A workspace as a playbook: its files by their names, as if all lay in one folder, and every definition as it is saved.
 * `remarks` say what a run of it will do otherwise than the workspace was made. Pure.
 */
export function composePlaybook(
  name: string,
  datasets: readonly Dataset[],
  definitions: readonly Definition[],
): { playbook: Playbook; remarks: readonly PlaybookRemark[] } {
  const read = datasets.filter(({ derived }) => derived === undefined);
  const nameOf = namesOf(read.flatMap(placesOf));
  const of = <K extends DefinitionKind>(kind: K) =>
    definitions.filter((each): each is DefinitionOf<K> => each.kind === kind);
  const [clients] = of('clients');
  const playbook: Playbook = {
    ...{ format: 'clientscope.playbook', version: playbookVersion, name },
    data: read.map((dataset) => entryOf(dataset, nameOf)),
    recipes: of('recipe').map(named),
    matches: of('match').map(named),
    ...(clients ? { clients: clients.body } : {}),
    features: of('features').map(named),
    quality: [],
    portraits: of('portrait').map(named),
    segments: of('segment').map(named),
    funnels: of('funnel').map(named),
    roi: of('roi').map(named),
    reports: of('report').map(named),
  };
  return { playbook: playbookSchema.parse(playbook), remarks: read.flatMap((dataset) => remarksOn(dataset, nameOf)) };
}

const named = <Body>({ name, body }: { readonly name: string; readonly body: Body }): Body & { name: string } => ({
  name,
  ...body,
});

function entryOf(dataset: Dataset, nameOf: NameOf): Playbook['data'][number] {
  const [file = dataset.file, ...append] = placesOf(dataset).map(nameOf);
  const { name, options, controls } = dataset;
  return {
    ...{ name, file },
    ...(append.length > 0 ? { append } : {}),
    ...(Object.keys(options).length > 0 ? { options } : {}),
    ...(controls ? { controls: [...controls] } : {}),
  };
}

/** Where lies what was read first, and each that was appended. Files that were chosen together go by their folder. */
function placesOf({ readFrom, file }: Dataset): string[] {
  if (readFrom === undefined) return [file];
  return readFrom.map(({ paths: [path = file, ...more] }) =>
    more.length > 0 && partsOf(path).length > 1 ? path.replace(/[\\/][^\\/]*$/, '') : path,
  );
}

function remarksOn(dataset: Dataset, nameOf: NameOf): PlaybookRemark[] {
  const { name: table, repaired, readFrom, file } = dataset;
  const inFolders = placesOf(dataset)
    .map(nameOf)
    .filter((each) => each.includes('/'));
  return [
    ...(repaired ? [{ kind: 'repairedByHand' as const, table, rows: repaired.length }] : []),
    ...(readFrom?.some(({ paths }) => paths.length > 1) ? [{ kind: 'wholeFolder' as const, table }] : []),
    ...(readFrom === undefined ? [{ kind: 'onlyName' as const, table, file }] : []),
    ...inFolders.map((each) => ({ kind: 'inFolder' as const, table, file: each })),
  ];
}
