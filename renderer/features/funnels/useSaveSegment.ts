import type { DefinitionOf } from '#shared/contract/index.ts';
import type { FunnelGroup } from '#shared/funnels/index.ts';
import type { FunnelNode } from '#shared/segments/index.ts';
import { flush } from '../../app/definitions/drafts.ts';
import { useCreate } from '../../app/definitions/useCreate.ts';
import { freeName, useDefinitions } from '../../app/definitions/useDefinitions.ts';
import { useWords } from '../../app/i18n/useWords.ts';
import { useUi } from '../../app/state/ui.ts';
import { groupName } from './groupName.ts';

/** Makes a segment of the clients of a step, or of one group of the breakdown at it, and goes there. */
export function useSaveSegment(
  funnel: DefinitionOf<'funnel'>,
): (step: number, outcome: FunnelNode['outcome'], of?: FunnelGroup) => Promise<void> {
  const { t } = useWords();
  const { definitions: segments } = useDefinitions('segment');
  const create = useCreate();
  const go = useUi((state) => state.go);
  return async (step, outcome, of) => {
    const { breakdown, steps } = funnel.body;
    const about = { funnel: funnel.name, step: steps[step]?.name ?? '', group: groupName(of, t) };
    const words = of
      ? ({ dropped: 'funnels.inspector.droppedNameOf', reached: 'funnels.inspector.reachedNameOf' } as const)
      : ({ dropped: 'funnels.inspector.droppedName', reached: 'funnels.inspector.reachedName' } as const);
    const first = t(words[outcome], about);
    // The segment names the funnel as it is kept, so what waits of it is kept first.
    await flush(funnel.id);
    const name = freeName(segments ?? [], first.slice(0, 190), (number) =>
      t('funnels.inspector.numbered', { name: first.slice(0, 190), number: String(number) }),
    );
    const group = of && breakdown !== null ? { group: { field: breakdown, value: of.value } } : {};
    const item: FunnelNode = { kind: 'funnel', funnel: funnel.name, step: step + 1, outcome, ...group };
    const rule = { kind: 'group' as const, combine: 'and' as const, negate: false, items: [item] };
    if (await create({ kind: 'segment', name, body: { rule } })) go('segments');
  };
}
