interface Keys {
  mod: boolean;
  shift: boolean;
  /** Upper case, as `event.key` names it. */
  key: string;
}

function parse(shortcut: string): Keys {
  const parts = shortcut.split('+');
  return { mod: parts.includes('Mod'), shift: parts.includes('Shift'), key: (parts.at(-1) ?? '').toUpperCase() };
}

type KeyPress = Pick<KeyboardEvent, 'key' | 'ctrlKey' | 'metaKey' | 'shiftKey' | 'altKey' | 'isComposing'>;

/** Whether a key press is this shortcut. On a Mac `Mod` is Cmd, elsewhere Ctrl. */
export function matchesShortcut(event: KeyPress, shortcut: string, mac: boolean): boolean {
  if (event.isComposing || event.altKey) return false;
  const { mod, shift, key } = parse(shortcut);
  const [wanted, other] = mac ? [event.metaKey, event.ctrlKey] : [event.ctrlKey, event.metaKey];
  return wanted === mod && !other && event.shiftKey === shift && event.key.toUpperCase() === key;
}

/** A shortcut as people read it: `Ctrl+Shift+Z`, or `⇧⌘Z` on a Mac. */
export function shortcutLabel(shortcut: string, mac: boolean): string {
  if (!mac) return shortcut.replace('Mod', 'Ctrl');
  const { mod, shift, key } = parse(shortcut);
  return `${shift ? '⇧' : ''}${mod ? '⌘' : ''}${key}`;
}

/** A shortcut as Electron's menus write it. */
export const toAccelerator = (shortcut: string): string => shortcut.replace('Mod', 'CmdOrCtrl');

/** A shortcut as `aria-keyshortcuts` writes it. */
export const toAria = (shortcut: string, mac: boolean): string => shortcut.replace('Mod', mac ? 'Meta' : 'Control');

export const isMac = navigator.userAgent.includes('Macintosh');
