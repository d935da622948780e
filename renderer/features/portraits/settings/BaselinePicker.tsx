import { Select } from 'antd';
import type { Baseline } from '#shared/portraits/index.ts';
import { useDefinitions } from '../../../app/definitions/useDefinitions.ts';
import { useWords } from '../../../app/i18n/useWords.ts';

interface Props {
  value: Baseline;
  onChange(baseline: Baseline): void;
}

/** Chooses what the group is set against. A segment that has gone stays shown by its name, as an error. */
export function BaselinePicker({ value, onChange }: Props) {
  const { t } = useWords();
  const segments = useDefinitions('segment').definitions ?? [];
  const gone = value.kind === 'segment' && !segments.some(({ name }) => name === value.segment);
  const choose = (chosen: string) => {
    if (chosen === 'all' || chosen === 'complement') onChange({ kind: chosen });
    else onChange({ kind: 'segment', segment: chosen.slice(1) });
  };
  return (
    <Select
      aria-label={t('portraits.settings.baseline')}
      status={gone ? 'error' : ''}
      showSearch={{ optionFilterProp: 'label' }}
      value={value.kind === 'segment' ? `=${value.segment}` : value.kind}
      options={[
        { value: 'all', label: t('portraits.settings.baselineAll') },
        { value: 'complement', label: t('portraits.settings.baselineComplement') },
        ...segments.map(({ name }) => ({
          value: `=${name}`,
          label: t('portraits.settings.baselineSegment', { name }),
        })),
        ...(gone
          ? [{ value: `=${value.segment}`, label: t('portraits.settings.baselineGone', { name: value.segment }) }]
          : []),
      ]}
      onChange={choose}
    />
  );
}
