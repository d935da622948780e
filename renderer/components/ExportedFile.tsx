import { useMutation } from '@tanstack/react-query';
import { FolderOpen, SquareArrowOutUpRight } from 'lucide-react';
import { useWords } from '../app/i18n/useWords.ts';
import { shell } from '../app/ports/clients.ts';
import { DoneLine } from './DoneLine.tsx';
import { ErrorNotice } from './ErrorNotice.tsx';
import styles from './ExportedFile.module.css';
import { PlainButton } from './PlainButton.tsx';

/** A file that was exported: where it lies, and the way to it. */
export function ExportedFile({ token, sentence }: { token: string; sentence: string }) {
  const { t } = useWords();
  const opening = useMutation({
    mutationFn: (how: 'program' | 'folder') => shell.call('shell.openExported', { token, how }),
  });
  return (
    <div className={styles['exported']}>
      <DoneLine>{sentence}</DoneLine>
      <div className={styles['ways']}>
        <PlainButton small icon={SquareArrowOutUpRight} onClick={() => opening.mutate('program')}>
          {t('common.exported.open')}
        </PlainButton>
        <PlainButton small icon={FolderOpen} onClick={() => opening.mutate('folder')}>
          {t('common.exported.show')}
        </PlainButton>
      </div>
      {opening.isError && <ErrorNotice error={opening.error} />}
    </div>
  );
}
