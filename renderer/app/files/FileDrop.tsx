import { App } from 'antd';
import { FileInput } from 'lucide-react';
import { useEffect, useState } from 'react';
import { toAppError } from '#shared/errors/index.ts';
import { useWords } from '../i18n/useWords.ts';
import { useUi } from '../state/ui.ts';
import styles from './FileDrop.module.css';
import { offerFiles } from './offers.ts';

const carriesFiles = (event: DragEvent) => event.dataTransfer?.types.includes('Files') ?? false;

/** Takes files dropped anywhere on the window. */
export function FileDrop({ open }: { open: boolean }) {
  const { t, locale } = useWords();
  const { message } = App.useApp();
  const [over, setOver] = useState(false);

  useEffect(() => {
    const onDrag = (event: DragEvent) => {
      if (!carriesFiles(event)) return;
      event.preventDefault();
      setOver(true);
    };
    const onLeave = (event: DragEvent) => {
      if (event.relatedTarget === null) setOver(false);
    };
    const onDrop = (event: DragEvent) => {
      if (!carriesFiles(event)) return;
      event.preventDefault();
      setOver(false);
      const files = [...(event.dataTransfer?.files ?? [])];
      if (!open || files.length === 0) return;
      void grant(files).catch((thrown: unknown) => message.error(toAppError(thrown).sentence(locale), 8));
    };
    window.addEventListener('dragover', onDrag);
    window.addEventListener('dragleave', onLeave);
    window.addEventListener('drop', onDrop);
    return () => {
      window.removeEventListener('dragover', onDrag);
      window.removeEventListener('dragleave', onLeave);
      window.removeEventListener('drop', onDrop);
    };
  }, [open, message, locale]);

  if (!over) return null;
  return (
    <div className={styles['drop']} aria-hidden>
      <div className={styles['target']}>
        <FileInput size={28} strokeWidth={1.25} />
        <strong>{t(open ? 'common.frame.dropHere' : 'common.frame.dropNeedsWorkspace')}</strong>
        {open && <span>{t('common.frame.dropHint')}</span>}
      </div>
    </div>
  );
}

async function grant(files: File[]): Promise<void> {
  const chosen = (await window.clientscope?.grantDropped(files)) ?? [];
  useUi.getState().go('data');
  offerFiles(chosen);
}
