import { Redo2, Undo2 } from 'lucide-react';
import { IconButton } from '../../components/IconButton.tsx';
import { isMac, shortcutLabel } from '../commands/shortcuts.ts';
import { useWords } from '../i18n/useWords.ts';
import { useShown } from './shown.ts';
import { stepWords } from './stepWords.ts';
import { redo, undo } from './travel.ts';
import { useHistory } from './useHistory.ts';

/** Undo and redo, each saying what it would do. */
export function HistoryButtons() {
  const { t } = useWords();
  const { shown } = useShown(true);
  const steps = useHistory(shown, true);
  const keys = (shortcut: string) => ` (${shortcutLabel(shortcut, isMac)})`;
  return (
    <>
      <IconButton
        icon={Undo2}
        label={
          (steps.undo ? t('commands.undoStep', { step: stepWords(t, steps.undo) }) : t('commands.nothingToUndo')) +
          keys('Mod+Z')
        }
        disabled={!steps.undo}
        onClick={() => void undo()}
      />
      <IconButton
        icon={Redo2}
        label={
          (steps.redo ? t('commands.redoStep', { step: stepWords(t, steps.redo) }) : t('commands.nothingToRedo')) +
          keys('Mod+Shift+Z')
        }
        disabled={!steps.redo}
        onClick={() => void redo()}
      />
    </>
  );
}
