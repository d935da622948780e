import { useWords } from '../i18n/useWords.ts';
import { useUi } from '../state/ui.ts';
import { areas } from './areas.tsx';
import styles from './Rail.module.css';

/** The areas of the product, in words. */
export function Rail() {
  const { t } = useWords();
  const current = useUi((state) => state.area);
  const go = useUi((state) => state.go);
  return (
    <nav className={styles['rail']} aria-label={t('common.frame.navigation')}>
      <div className={styles['brand']}>
        <span className={styles['name']} lang="zh">
          客镜
        </span>
        <span className={styles['latin']}>Clientscope</span>
      </div>
      <ul className={styles['areas']}>
        {areas.map(({ id, icon: Icon }) => (
          <li key={id}>
            <button
              type="button"
              className={styles['area']}
              aria-current={id === current ? 'page' : undefined}
              onClick={() => go(id)}
            >
              <Icon size={15} strokeWidth={1.75} aria-hidden />
              {t(`common.areas.${id}`)}
            </button>
          </li>
        ))}
      </ul>
    </nav>
  );
}
