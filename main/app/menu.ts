import { app, Menu, type MenuItemConstructorOptions } from 'electron';
import type { MenuDescription } from '#shared/contract/index.ts';

type Item = MenuDescription[number]['items'][number];

/**
 * Builds the application menu from the page's description. Shortcuts are shown and not registered: the page hears the
 * keys, and a command would be done twice. (A Mac registers them whatever is asked; there the page's `preventDefault`
 * keeps them from the menu.)
 */
export function showMenu(description: MenuDescription, onCommand: (id: string) => void): void {
  const template = description.map(
    ({ label, items }): MenuItemConstructorOptions => ({
      label: literal(label),
      submenu: items.map((item) => toItem(item, onCommand)),
    }),
  );
  const first: MenuItemConstructorOptions[] = process.platform === 'darwin' ? [{ role: 'appMenu' }] : [];
  const last: MenuItemConstructorOptions[] = app.isPackaged
    ? []
    : [{ label: 'Development', submenu: [{ role: 'toggleDevTools' }] }];
  Menu.setApplicationMenu(Menu.buildFromTemplate([...first, ...template, ...last]));
}

function toItem(item: Item, onCommand: (id: string) => void): MenuItemConstructorOptions {
  switch (item.type) {
    case 'separator':
      return { type: 'separator' };
    case 'role':
      return { role: item.role, label: literal(item.label) };
    case 'command': {
      const { id, label, enabled, accelerator } = item;
      return {
        id,
        label: literal(label),
        enabled,
        registerAccelerator: false,
        ...(accelerator === undefined ? {} : { accelerator }),
        click: () => onCommand(id),
      };
    }
  }
}

/** An ampersand in a name is one, not the mark of a key. */
const literal = (label: string): string => label.replaceAll('&', '&&');
