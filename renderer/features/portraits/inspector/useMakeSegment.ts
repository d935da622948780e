import { type RankedTrait, traitLabel, traitRule } from '#shared/portraits/index.ts';
import { useCreate } from '../../../app/definitions/useCreate.ts';
import { freeName, useDefinitions } from '../../../app/definitions/useDefinitions.ts';
import { useWords } from '../../../app/i18n/useWords.ts';
import { useUi } from '../../../app/state/ui.ts';
import { usePortrait } from '../portraitContext.ts';

const longestName = 180;

/** Makes a segment of the clients of the group that have a trait, and goes there. */
export function useMakeSegment(): (of: RankedTrait) => Promise<void> {
  const { t, locale } = useWords();
  const { body } = usePortrait();
  const { definitions: segments } = useDefinitions('segment');
  const create = useCreate();
  const go = useUi((state) => state.go);
  return async ({ dimension, trait }) => {
    const label = `${dimension.field.field} ${traitLabel(trait.trait, dimension, locale)}`;
    const first =
      body.scope.kind === 'all'
        ? label
        : t('portraits.inspector.segmentName', { scope: body.scope.segment, trait: label });
    const name = freeName(
      segments ?? [],
      first.slice(0, longestName),
      (number) => `${first.slice(0, longestName)} ${number}`,
    );
    const rule = traitRule(body.scope, dimension.field, trait.trait);
    if (await create({ kind: 'segment', name, body: { rule } })) go('segments');
  };
}
