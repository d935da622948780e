import { useMutation } from '@tanstack/react-query';
import { Button, Modal } from 'antd';
import { FileCog } from 'lucide-react';
import { useEffect } from 'react';
import type { ChosenFile } from '#shared/contract/index.ts';
import type { Dataset } from '#shared/intake/index.ts';
import type { AskAgain } from '#shared/versions/index.ts';
import { chooseFiles, takeFiles } from '../../app/files/offers.ts';
import { useWords } from '../../app/i18n/useWords.ts';
import { engine } from '../../app/ports/clients.ts';
import { ErrorNotice } from '../../components/ErrorNotice.tsx';
import { useQueue } from './queue.ts';
import styles from './ReadAgain.module.css';

/** Opens the import with the file that a dataset was read from and the options it was read with, to become its next version. */
export function ReadAgain({ dataset, small = false }: { dataset: Dataset; small?: boolean }) {
  const { t } = useWords();
  const again = useQueue((state) => state.again);
  const finding = useMutation({
    mutationFn: () => engine.call('versions.source', { dataset: dataset.id }),
    onSuccess: (found) => {
      if (found.kind === 'here') again(dataset, found.files, dataset.options);
    },
  });
  const take = (files: readonly ChosenFile[]) => {
    if (files.length === 0) return;
    finding.reset();
    again(dataset, files, dataset.options);
  };
  return (
    <>
      <Button
        size={small ? 'small' : 'middle'}
        title={t('intake.again.hint')}
        icon={<FileCog size={15} strokeWidth={1.75} aria-hidden />}
        loading={finding.isPending}
        onClick={() => finding.mutate()}
      >
        {t('intake.again.open')}
      </Button>
      {finding.isError && <ErrorNotice error={finding.error} />}
      {finding.data?.kind === 'ask' && (
        <Ask file={dataset.file} why={finding.data.why} onFiles={take} onClose={() => finding.reset()} />
      )}
    </>
  );
}

interface AskProps {
  file: string;
  why: AskAgain;
  onFiles(files: readonly ChosenFile[]): void;
  onClose(): void;
}

/** Says why the file has to be chosen again, and takes the one that is chosen or dropped. */
function Ask({ file, why, onFiles, onClose }: AskProps) {
  const { t } = useWords();
  useEffect(() => takeFiles(onFiles), [onFiles]);
  return (
    <Modal
      open
      title={t('intake.again.askTitle')}
      okText={t('intake.again.choose')}
      cancelText={t('common.actions.cancel')}
      width={480}
      // Anywhere but in the body, whose scrolling Ant Design would lock with a style that the CSP refuses.
      getContainer={() => document.getElementById('root') ?? document.body}
      onOk={() => void chooseFiles()}
      onCancel={onClose}
    >
      <p className={styles['why']}>{t(`intake.again.${why}`, { file })}</p>
      <p className={styles['quiet']}>{t('intake.again.drop')}</p>
    </Modal>
  );
}
