import { Modal } from 'antd';
import { Sigma } from 'lucide-react';
import { useState } from 'react';
import type { Provenance } from '#shared/contract/index.ts';
import { useWords } from '../app/i18n/useWords.ts';
import styles from './HowComputed.module.css';
import { HowComputed, type Method } from './HowComputed.tsx';
import { IconButton } from './IconButton.tsx';

/** The one click from a figure to how it was computed. */
export function HowButton({ provenance, method }: { provenance: Provenance; method?: Method }) {
  const { t } = useWords();
  const [open, setOpen] = useState(false);
  return (
    <>
      <IconButton icon={Sigma} label={t('common.how.title')} onClick={() => setOpen(true)} />
      <Modal
        open={open}
        title={t('common.how.title')}
        footer={null}
        centered
        width={720}
        // Anywhere but in the body, whose scrolling Ant Design would lock with a style that the CSP refuses.
        getContainer={() => document.getElementById('root') ?? document.body}
        onCancel={() => setOpen(false)}
      >
        <div className={styles['dialog']}>
          <HowComputed provenance={provenance} method={method} />
        </div>
      </Modal>
    </>
  );
}
