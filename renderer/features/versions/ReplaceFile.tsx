import { useState } from 'react';
import type { Dataset } from '#shared/intake/index.ts';
import { useWords } from '../../app/i18n/useWords.ts';
import { PlainButton } from '../../components/PlainButton.tsx';
import { AddVersion } from './AddVersion.tsx';

interface Props {
  dataset: Dataset;
  /** The place of the file among those that became the dataset. */
  at: number;
}

/** Has another file take the place of one of several that became a dataset. */
export function ReplaceFile({ dataset, at }: Props) {
  const { t } = useWords();
  const [open, setOpen] = useState(false);
  const part = dataset.parts?.[at];
  if (!part) return null;
  return (
    <>
      <PlainButton small label={t('versions.replacePartOf', { file: part.file })} onClick={() => setOpen(true)}>
        {t('versions.replacePart')}
      </PlainButton>
      {open && (
        <AddVersion
          dataset={dataset}
          mode="replace"
          part={{ at, file: part.file, rows: part.rows }}
          onClose={() => setOpen(false)}
        />
      )}
    </>
  );
}
