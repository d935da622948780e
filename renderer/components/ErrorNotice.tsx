import { CircleAlert, Info } from 'lucide-react';
import { toAppError } from '#shared/errors/index.ts';
import { useWords } from '../app/i18n/useWords.ts';
import { useUi } from '../app/state/ui.ts';
import styles from './ErrorNotice.module.css';
import { PlainButton } from './PlainButton.tsx';

interface Props {
  error: unknown;
  onRetry?: (() => void) | undefined;
  /** Said before the sentence: what did not happen. */
  title?: string | undefined;
}

/** The one way an error is shown: a sentence to act on, a way to try again, and the technical text for who asks. */
export function ErrorNotice({ error, onRetry, title }: Props) {
  const { t, locale } = useWords();
  const known = toAppError(error);
  const { requestId } = known;
  // What the user stopped is not a fault.
  const calm = known.code === 'cancelled';
  const showClients = useUi((state) => state.showClients);
  const inClients = known.messageId === 'clientsMissing' || known.messageId === 'factNotLinked';
  const Icon = calm ? Info : CircleAlert;
  return (
    <div className={`${styles['notice']} ${calm ? styles['calm'] : ''}`} role={calm ? 'status' : 'alert'}>
      <Icon className={styles['icon']} size={16} aria-hidden />
      <div className={styles['body']}>
        {title && !calm && <p className={styles['title']}>{title}</p>}
        <p>{known.sentence(locale)}</p>
        {inClients && (
          <PlainButton small onClick={() => showClients('model')}>
            {t('clients.toClients')}
          </PlainButton>
        )}
        {!calm && (known.detail || requestId) && (
          <details className={styles['details']}>
            <summary>{t('common.error.details')}</summary>
            {known.detail && <pre>{known.detail}</pre>}
            <p>
              {known.code}
              {requestId && ` · ${t('common.error.request', { id: requestId })}`}
            </p>
          </details>
        )}
      </div>
      {onRetry && (
        <PlainButton small onClick={onRetry}>
          {t('common.actions.retry')}
        </PlainButton>
      )}
    </div>
  );
}
