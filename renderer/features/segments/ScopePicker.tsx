import { Select } from 'antd';
import type { Scope } from '#shared/segments/index.ts';
import { useDefinitions } from '../../app/definitions/useDefinitions.ts';
import { useWords } from '../../app/i18n/useWords.ts';

interface Props {
  value: Scope;
  label: string;
  onChange(scope: Scope): void;
}

/** Chooses whose clients an analysis looks at. A segment that has gone stays shown by its name, as an error. */
export function ScopePicker({ value, label, onChange }: Props) {
  const { t } = useWords();
  const segments = useDefinitions('segment').definitions ?? [];
  const all = 'all';
  const gone = value.kind === 'segment' && !segments.some(({ name }) => name === value.segment);
  return (
    <Select
      aria-label={label}
      status={gone ? 'error' : ''}
      showSearch={{ optionFilterProp: 'label' }}
      value={value.kind === 'all' ? all : `=${value.segment}`}
      options={[
        { value: all, label: t('segments.scope.all') },
        ...segments.map(({ name }) => ({ value: `=${name}`, label: name })),
        ...(gone ? [{ value: `=${value.segment}`, label: t('segments.scope.gone', { name: value.segment }) }] : []),
      ]}
      onChange={(chosen) => onChange(chosen === all ? { kind: 'all' } : { kind: 'segment', segment: chosen.slice(1) })}
    />
  );
}
