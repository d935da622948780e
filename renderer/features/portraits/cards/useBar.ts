import { type AssessedTrait, type Dimension, traitLabel } from '#shared/portraits/index.ts';
import { formatCount, formatShare } from '../../../app/format/numbers.ts';
import { useWords } from '../../../app/i18n/useWords.ts';
import { pickOf, sameTrait, usePortrait } from '../portraitContext.ts';

/** What the button of each bar of a dimension has in common, whatever its shape. */
export function useBars(dimension: Dimension) {
  const { t, locale } = useWords();
  const { selected, pick } = usePortrait();
  const chosenAt = dimension.traits.findIndex(
    (trait) => selected !== null && sameTrait(selected, pickOf({ dimension, trait })),
  );
  const most = Math.max(
    ...dimension.traits.flatMap(({ shares }) => [shares.group ?? 0, shares.baseline ?? 0]),
    Number.MIN_VALUE,
  );
  return {
    /** Of the longest bar, in percent. */
    length: (share: number | null) => `${((share ?? 0) / most) * 100}%`,
    bar: (trait: AssessedTrait, at: number) => {
      const label = traitLabel(trait.trait, dimension, locale);
      const said = t('portraits.card.bar', {
        trait: label,
        clients: formatCount(trait.counts.group),
        share: formatShare(trait.shares.group),
        base: formatShare(trait.shares.baseline),
      });
      return {
        label,
        button: {
          type: 'button' as const,
          title: said,
          'aria-label': said,
          'aria-pressed': at === chosenAt,
          'data-roving': true,
          tabIndex: at === Math.max(0, chosenAt) ? 0 : -1,
          onClick: () => pick(pickOf({ dimension, trait })),
        },
      };
    },
  };
}
