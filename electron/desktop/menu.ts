import type { MenuItemConstructorOptions } from 'electron/main';

/**
 * The menu: the roles that a person expects on their system, and nothing that navigates elsewhere. Electron
 * names the roles in the system's language.
 *
 * @param packaged if false, the developer tools are available.
 */
export function menuTemplate(
  platform: NodeJS.Platform,
  packaged: boolean,
): readonly MenuItemConstructorOptions[] {
  const isMac = platform === 'darwin';
  return [
    ...(isMac ? [{ role: 'appMenu' } as const] : []),
    ...(isMac ? [] : [{ role: 'fileMenu' } as const]),
    { role: 'editMenu' },
    {
      role: 'viewMenu',
      submenu: [
        { role: 'reload' },
        { type: 'separator' },
        { role: 'resetZoom' },
        { role: 'zoomIn' },
        { role: 'zoomOut' },
        { type: 'separator' },
        { role: 'togglefullscreen' },
        ...(packaged ? [] : [{ type: 'separator' } as const, { role: 'toggleDevTools' } as const]),
      ],
    },
    { role: 'windowMenu' },
  ];
}
