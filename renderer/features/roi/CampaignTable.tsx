import type { Provenance } from '#shared/contract/index.ts';
import { moneyOf } from '#shared/format/index.ts';
import {
  formatLength,
  formatLengths,
  formatR2,
  type RoiCampaign,
  type RoiDefinition,
  type RoiFigures,
  type RoiResult,
} from '#shared/roi/index.ts';
import { useWords } from '../../app/i18n/useWords.ts';
import { AmberBadge } from '../../components/AmberBadge.tsx';
import { Card } from '../../components/Card.tsx';
import { type Column, DataTable } from '../../components/DataTable.tsx';
import { HowButton } from '../../components/HowButton.tsx';
import styles from './CampaignTable.module.css';
import { useFigureColumns } from './useFigureColumns.tsx';
import { useMethod } from './useMethod.ts';
import { useRoiWords } from './useRoiWords.ts';

interface Props {
  definition: RoiDefinition;
  result: RoiResult;
  provenance: Provenance;
  selected: RoiCampaign;
  onPick(name: string | null): void;
}

type Line = { campaign: RoiCampaign | null; figures: RoiFigures };

/** All campaigns, best first; each can be looked at more closely. */
export function CampaignTable({ definition, result, provenance, selected, onPick }: Props) {
  const { t, locale } = useWords();
  const words = useRoiWords(definition);
  const method = useMethod(definition, result);
  const { campaigns, total } = result;
  const money = moneyOf(definition, campaigns, locale);
  const figures = useFigureColumns<Line>(({ figures }) => figures, money.cost, money.back);
  const notes: string[] = [t('roi.table.byRoas')];
  if (money.unit !== '') notes.push(t('roi.table.inUnit', { unit: money.unit }));
  const columns: Column<Line>[] = [
    {
      key: 'campaign',
      title: t('roi.table.campaign'),
      wide: true,
      cell: ({ campaign }) =>
        campaign ? (
          <button
            type="button"
            className={styles['name']}
            title={t('roi.table.show', { name: words.nameOf(campaign) })}
            aria-current={campaign === selected ? 'true' : undefined}
            onClick={() => onPick(campaign.name)}
          >
            {words.nameOf(campaign)}
          </button>
        ) : (
          t('roi.table.total')
        ),
    },
    ...figures,
    {
      key: 'halfLife',
      title: t('roi.table.halfLife', { unit: words.unit }),
      numeric: true,
      cell: ({ campaign }) => (campaign ? <HalfLife fit={campaign.fit} words={words} /> : none),
    },
    {
      key: 'r2',
      title: 'R²',
      numeric: true,
      cell: ({ campaign }) => (campaign?.fit.kind === 'decays' ? formatR2(campaign.fit.rSquared) : none),
    },
    {
      key: 'payback',
      title: t('roi.table.payback'),
      numeric: true,
      cell: ({ campaign }) => (campaign ? words.payback(campaign) : none),
    },
    {
      key: 'refresh',
      title: t('roi.table.refresh'),
      numeric: true,
      cell: ({ campaign }) => (campaign ? words.refresh(campaign.fit) : none),
    },
  ];
  const lines: Line[] = campaigns.map((campaign) => ({ campaign, figures: campaign }));
  if (campaigns.length > 1) lines.push({ campaign: null, figures: total });
  return (
    <Card
      title={t('roi.table.title')}
      note={
        <span className={styles['head']}>
          <span className={styles['quiet']}>{notes.join(' · ')}</span>
          <AmberBadge title={t('roi.notIncrementalWhy')}>{t('roi.notIncremental')}</AmberBadge>
          <span className={styles['end']}>
            <HowButton provenance={provenance} method={method} />
          </span>
        </span>
      }
    >
      <div className={styles['table']}>
        <DataTable
          label={t('roi.table.title')}
          columns={columns}
          rows={lines}
          rowKey={({ campaign }) => (campaign ? `=${campaign.name}` : 'total')}
          isMarked={({ campaign }) => campaign === selected}
        />
      </div>
    </Card>
  );
}

/** Where there is no such figure. */
const none = <span className={styles['quiet']}>—</span>;

function HalfLife({ fit, words }: { fit: RoiCampaign['fit']; words: ReturnType<typeof useRoiWords> }) {
  if (fit.kind !== 'decays') return <span className={styles['quiet']}>{words.missing(fit)}</span>;
  return (
    <>
      <strong>{formatLength(fit.halfLife)}</strong>{' '}
      <span className={styles['interval']}>{formatLengths(fit.halfLifeInterval)}</span>
    </>
  );
}
