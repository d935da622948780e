import { App } from 'antd';
import { FolderX, Search } from 'lucide-react';
import type { Preferences } from '#shared/contract/index.ts';
import { toAppError } from '#shared/errors/index.ts';
import { AmberBadge } from '../../components/AmberBadge.tsx';
import { IconButton } from '../../components/IconButton.tsx';
import { usePaletteState } from '../commands/palette/state.ts';
import { isMac, shortcutLabel, toAria } from '../commands/shortcuts.ts';
import { HistoryButtons } from '../history/HistoryButtons.tsx';
import { useWords } from '../i18n/useWords.ts';
import { PreferenceSwitches } from '../preferences/PreferenceSwitches.tsx';
import { closeWorkspace } from '../workspace/useWorkspace.ts';
import styles from './TopBar.module.css';

interface Props {
  name: string;
  sample: boolean;
  preferences: Preferences;
}

/** The bar that never changes: whose data this is, and how the window looks. */
export function TopBar({ name, sample, preferences }: Props) {
  const { t, locale } = useWords();
  const { message } = App.useApp();
  const close = () =>
    closeWorkspace().catch((thrown: unknown) => message.error(toAppError(thrown).sentence(locale), 8));
  return (
    <header className={styles['bar']}>
      <span className={styles['name']} title={name}>
        {name}
      </span>
      {sample && <AmberBadge>{t('common.frame.sample')}</AmberBadge>}
      <div className={styles['tools']}>
        <button
          type="button"
          className={styles['search']}
          aria-keyshortcuts={toAria('Mod+K', isMac)}
          onClick={usePaletteState.getState().toggle}
        >
          <Search size={14} strokeWidth={1.75} aria-hidden />
          <span className={styles['hint']}>{t('commands.palette.button')}</span>
          <kbd>{shortcutLabel('Mod+K', isMac)}</kbd>
        </button>
        <HistoryButtons />
        <PreferenceSwitches preferences={preferences} />
        <IconButton icon={FolderX} label={t('common.frame.close')} onClick={() => void close()} />
      </div>
    </header>
  );
}
