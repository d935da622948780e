import { Button } from 'antd';
import { toAppError } from '#shared/errors/index.ts';
import { announce } from '../announce.ts';
import { request } from '../commands/requests.ts';
import { useWords } from '../i18n/useWords.ts';
import { useUi } from '../state/ui.ts';
import { closeWorkspace } from './useWorkspace.ts';

/** The ways out of an area that has no data to work with: to one's own, or to the sample. */
export function ToData() {
  const { t } = useWords();
  const go = useUi((state) => state.go);
  return (
    <>
      <Button type="primary" onClick={() => go('data')}>
        {t('common.actions.toData')}
      </Button>
      <ToSample />
    </>
  );
}

/** Leaves this workspace, which keeps what it has, for the sample portfolio. */
export function ToSample() {
  const { t, locale } = useWords();
  const leave = async () => {
    try {
      await closeWorkspace();
      // The first screen takes it as soon as it is drawn.
      request('workspace.sample');
    } catch (thrown) {
      announce({ text: toAppError(thrown).sentence(locale), tone: 'error' });
    }
  };
  return <Button onClick={() => void leave()}>{t('start.openSample')}</Button>;
}
