import { App } from 'antd';
import { useWords } from '../app/i18n/useWords.ts';

interface Question {
  title: string;
  /** What will be lost, and what stays. */
  body: string;
  onConfirm(): Promise<unknown>;
}

/** Asks before something is deleted, saying what is lost. */
export function useConfirmDelete(): (question: Question) => void {
  const { modal } = App.useApp();
  const { t } = useWords();
  return ({ title, body, onConfirm }) => {
    modal.confirm({
      title,
      content: body,
      okText: t('common.actions.delete'),
      cancelText: t('common.actions.cancel'),
      okButtonProps: { danger: true },
      autoFocusButton: 'cancel',
      icon: null,
      width: 420,
      // Anywhere but in the body, whose scrolling Ant Design would lock with a style that the CSP refuses.
      getContainer: () => document.getElementById('root') ?? document.body,
      onOk: onConfirm,
    });
  };
}
