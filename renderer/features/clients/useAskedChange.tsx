import { App } from 'antd';
import { useDefinitions } from '../../app/definitions/useDefinitions.ts';
import { useWords } from '../../app/i18n/useWords.ts';
import styles from './ClientsArea.module.css';
import type { ClientsForm } from './form.ts';
import { leftBehind } from './leftBehind.ts';

/** Names that are listed one by one. */
const listed = 6;

/** Asks before a change of the form takes from other definitions what they are computed from, and names them. */
export function useAskedChange(form: ClientsForm, change: (next: ClientsForm) => void): (next: ClientsForm) => void {
  const { modal } = App.useApp();
  const { t } = useWords();
  const { definitions = [] } = useDefinitions();
  return (next) => {
    const left = leftBehind(definitions, form, next);
    if (left.length === 0) {
      change(next);
      return;
    }
    modal.confirm({
      title: t('clients.leave.title', { count: left.length }),
      content: (
        <>
          <ul className={styles['left']}>
            {left.slice(0, listed).map(({ id, kind, name }) => (
              <li key={id}>
                <span className={styles['quiet']}>{t(`commands.kinds.${kind}`)}</span> {name}
              </li>
            ))}
            {left.length > listed && <li>{t('clients.leave.more', { count: left.length - listed })}</li>}
          </ul>
          {t('clients.leave.body')}
        </>
      ),
      okText: t('clients.leave.confirm'),
      cancelText: t('common.actions.cancel'),
      autoFocusButton: 'cancel',
      icon: null,
      width: 460,
      // Anywhere but in the body, whose scrolling Ant Design would lock with a style that the CSP refuses.
      getContainer: () => document.getElementById('root') ?? document.body,
      onOk: () => change(next),
    });
  };
}
