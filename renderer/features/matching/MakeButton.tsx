import { App, Button } from 'antd';
import type { DefinitionOf } from '#shared/contract/index.ts';
import { useLongWork } from '../../app/analysis/useLongWork.ts';
import { settle } from '../../app/definitions/drafts.ts';
import { formatCount } from '../../app/format/numbers.ts';
import { useWords } from '../../app/i18n/useWords.ts';
import { engine } from '../../app/ports/clients.ts';
import { ProgressLine } from '../../components/ProgressLine.tsx';
import styles from './Matching.module.css';

/** Makes the merged list as it is on screen a dataset, once it is kept. */
export function MakeButton({ definition, disabled }: { definition: DefinitionOf<'match'>; disabled: boolean }) {
  const { t, locale } = useWords();
  const { message } = App.useApp();
  const { running, progress, start, cancel } = useLongWork(
    async (context) => {
      await settle(definition.id);
      const [made] = await engine.call('matching.make', { id: definition.id }, context);
      if (made) message.success(t('matching.made', { name: made.name, rows: formatCount(made.rows) }), 6);
    },
    (error) => message.error(error.sentence(locale), 8),
  );
  if (running)
    return (
      <div className={styles['making']}>
        <ProgressLine progress={progress} onCancel={cancel} />
      </div>
    );
  return (
    <Button type="primary" disabled={disabled} onClick={start}>
      {t('matching.make')}
    </Button>
  );
}
