import { Component, type ReactNode } from 'react';
import { useWords } from '../app/i18n/useWords.ts';
import styles from './ErrorBoundary.module.css';
import { ErrorNotice } from './ErrorNotice.tsx';
import { PlainButton } from './PlainButton.tsx';

interface State {
  error: unknown;
  failed: boolean;
}

/** Keeps a fault of one view from taking the window with it. Give it a `key` that changes with the view. */
export class ErrorBoundary extends Component<{ children: ReactNode }, State> {
  override state: State = { error: undefined, failed: false };

  static getDerivedStateFromError(error: unknown): State {
    return { error, failed: true };
  }

  override render(): ReactNode {
    if (!this.state.failed) return this.props.children;
    return <Crash error={this.state.error} onReload={() => this.setState({ error: undefined, failed: false })} />;
  }
}

function Crash({ error, onReload }: { error: unknown; onReload: () => void }) {
  const { t } = useWords();
  return (
    <div className={styles['crash']}>
      <h2>{t('common.error.crashed')}</h2>
      <p>{t('common.error.crashedBody')}</p>
      <ErrorNotice error={error} />
      <PlainButton primary onClick={onReload}>
        {t('common.error.reload')}
      </PlainButton>
    </div>
  );
}
