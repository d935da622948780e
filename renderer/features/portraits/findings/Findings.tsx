import { formatCount, formatP, formatShare, formatTgi } from '#shared/format/index.ts';
import { isChance, type RankedTrait, traitLabel } from '#shared/portraits/index.ts';
import { useWords } from '../../../app/i18n/useWords.ts';
import { Card } from '../../../components/Card.tsx';
import { dimensionTitle } from '../figures.ts';
import { pickOf, sameTrait, usePortrait } from '../portraitContext.ts';
import { useArrowKeys } from '../useArrowKeys.ts';
import styles from './Findings.module.css';
import { TgiBar } from './TgiBar.tsx';

const shownTraits = 8;

/** The traits that set the group apart most, in the order chosen. */
export function Findings() {
  const { t } = useWords();
  const { ranked, selected, order } = usePortrait();
  const shown = ranked.slice(0, shownTraits);
  const chosenAt = shown.findIndex((each) => selected !== null && sameTrait(selected, pickOf(each)));
  const onKeyDown = useArrowKeys();
  return (
    <Card
      title={t('portraits.findings.title')}
      note={
        <span className={styles['note']}>
          {t(`portraits.findings.by.${order}`)}
          {shown.some(({ trait }) => isChance(trait)) && ` · ${t('portraits.findings.chance')}`}
        </span>
      }
    >
      <table className={styles['table']} onKeyDown={onKeyDown}>
        <thead>
          <tr>
            <th scope="col">{t('portraits.findings.trait')}</th>
            <th scope="col" className={styles['scale']}>
              {t('portraits.findings.scale')}
            </th>
            <th scope="col">{t('portraits.findings.tgi')}</th>
            <th scope="col" colSpan={2}>
              {t('portraits.findings.group')}
            </th>
            <th scope="col">{t('portraits.findings.base')}</th>
            <th scope="col">{t('portraits.findings.p')}</th>
          </tr>
        </thead>
        <tbody>
          {shown.map((each, at) => (
            <Finding
              stop={at === Math.max(0, chosenAt)}
              key={`${each.dimension.field.table}\n${each.dimension.field.field}\n${pickOf(each).trait}`}
              of={each}
            />
          ))}
        </tbody>
      </table>
    </Card>
  );
}

/** `stop`: the one that the tab key reaches; the others are reached by arrow keys. */
function Finding({ of, stop }: { of: RankedTrait; stop: boolean }) {
  const { t, locale } = useWords();
  const { selected, pick, result } = usePortrait();
  const { dimension, trait } = of;
  const chosen = selected !== null && sameTrait(selected, pickOf(of));
  const chance = isChance(trait);
  return (
    <tr
      className={`${chosen ? styles['chosen'] : ''} ${chance ? styles['chance'] : ''}`}
      title={chance ? t('portraits.inspector.notSignificant') : undefined}
    >
      <td className={styles['trait']}>
        <button
          type="button"
          aria-pressed={chosen}
          tabIndex={stop ? 0 : -1}
          data-roving
          onClick={() => pick(pickOf(of))}
        >
          <span className={styles['field']}>{dimensionTitle(dimension, result)}</span>{' '}
          <span className={styles['label']}>{traitLabel(trait.trait, dimension, locale)}</span>
        </button>
      </td>
      <td className={styles['scale']}>
        <TgiBar trait={trait} />
      </td>
      <td className={styles['tgi']}>{formatTgi(trait.tgi)}</td>
      <td className={styles['count']}>{formatCount(trait.counts.group)}</td>
      <td>{formatShare(trait.shares.group)}</td>
      <td className={styles['base']}>{formatShare(trait.shares.baseline)}</td>
      <td>{formatP(trait.adjusted)}</td>
    </tr>
  );
}
