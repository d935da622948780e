import { Modal } from 'antd';
import { useState } from 'react';
import { isReason } from '#shared/privacy/reason.ts';
import { useWords } from '../app/i18n/useWords.ts';
import { rememberReason } from '../app/privacy/reasons.ts';
import { ErrorNotice } from './ErrorNotice.tsx';
import styles from './ReasonDialog.module.css';
import { ReasonInput } from './ReasonInput.tsx';

interface Props {
  title: string;
  /** What will happen, and what is logged. */
  body: string;
  confirm: string;
  /** Resolves when it is done; its failure is shown here and the reason stays. */
  onConfirm(reason: string): Promise<unknown>;
  /** Also after it was done. */
  onClose(): void;
}

/** Asks why before something is done that the audit log must explain. It is there as long as it is rendered. */
export function ReasonDialog({ title, body, confirm, onConfirm, onClose }: Props) {
  const { t } = useWords();
  const [reason, setReason] = useState('');
  const [busy, setBusy] = useState(false);
  const [error, setError] = useState<unknown>(null);
  const ready = isReason(reason) && !busy;
  const run = async () => {
    if (!ready) return;
    setBusy(true);
    setError(null);
    try {
      await onConfirm(reason.trim());
      rememberReason(reason);
      onClose();
    } catch (thrown) {
      setError(thrown);
      setBusy(false);
    }
  };
  return (
    <Modal
      open
      title={title}
      okText={confirm}
      cancelText={t('common.actions.cancel')}
      okButtonProps={{ disabled: !ready }}
      width={460}
      // Anywhere but in the body, whose scrolling Ant Design would lock with a style that the CSP refuses.
      getContainer={() => document.getElementById('root') ?? document.body}
      onOk={() => void run()}
      onCancel={onClose}
    >
      <div className={styles['body']}>
        <p>{body}</p>
        <ReasonInput autoFocus value={reason} onChange={setReason} onDone={() => void run()} />
        {error !== null && <ErrorNotice error={error} />}
      </div>
    </Modal>
  );
}
