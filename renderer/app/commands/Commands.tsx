import { useEffect, useMemo, useRef } from 'react';
import { type MenuDescription, shellEventSchema } from '#shared/contract/index.ts';
import { useWords } from '../i18n/useWords.ts';
import { shell } from '../ports/clients.ts';
import { menuOf } from './menu.ts';
import { Palette } from './palette/Palette.tsx';
import { usePaletteState } from './palette/state.ts';
import { commandsNow } from './registry.ts';
import { isMac, matchesShortcut } from './shortcuts.ts';
import { useCommandState } from './useCommandState.ts';
import { isWriting } from './writing.ts';

/**
 * The commands at work: keys, the application menu and the palette. Keys are heard here and nowhere else; the menu only
 * shows them, so that none is done twice.
 */
export function Commands() {
  const { t } = useWords();
  const state = useCommandState();
  const commands = commandsNow(state);
  const paletteOpen = usePaletteState((palette) => palette.open);

  const run = (id: string, fromMenu = false) => {
    const command = commands.find((each) => each.id === id);
    if (!command?.when(state)) return;
    // These are called as the page's own are.
    if (fromMenu && command.leavesWriting && isWriting(document.activeElement)) document.execCommand(id);
    else void command.run(state);
  };
  const runNow = useRef(run);
  runNow.current = run;
  const commandsRef = useRef(commands);
  commandsRef.current = commands;

  useEffect(() => {
    const onKey = (event: KeyboardEvent) => {
      const command = commandsRef.current.find(({ shortcuts = [] }) =>
        shortcuts.some((shortcut) => matchesShortcut(event, shortcut, isMac)),
      );
      if (!command || (command.leavesWriting && isWriting(document.activeElement))) return;
      if (isAsking() && !command.inDialogs && !(command.id === 'palette' && usePaletteState.getState().open)) return;
      event.preventDefault();
      event.stopPropagation();
      runNow.current(command.id);
    };
    // Before anything on screen hears it: a grid or a list may keep keys for itself.
    window.addEventListener('keydown', onKey, { capture: true });
    return () => window.removeEventListener('keydown', onKey, { capture: true });
  }, []);

  useEffect(
    () =>
      shell.onEvent((raw) => {
        const event = shellEventSchema.safeParse(raw);
        if (event.success && event.data.type === 'command' && !isAsking()) runNow.current(event.data.id, true);
      }),
    [],
  );

  useMenu(menuOf(t, state));
  return paletteOpen && <Palette commands={commands} state={state} onRun={(id) => runNow.current(id)} />;
}

/** Whether a dialog waits for an answer: nothing else is to happen behind it. */
function isAsking(): boolean {
  return [...document.querySelectorAll('[role="dialog"], dialog[open]')].some((dialog) => dialog.checkVisibility());
}

/** Keeps main's menu as described. */
function useMenu(menu: MenuDescription): void {
  const written = JSON.stringify(menu);
  const settled = useMemo(() => JSON.parse(written) as MenuDescription, [written]);
  useEffect(() => {
    // Without a menu everything can still be done by key and palette.
    shell.call('shell.setMenu', { menu: settled }).catch(() => undefined);
  }, [settled]);
}
