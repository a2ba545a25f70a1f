import ElectronStore from 'electron-store';
import { z } from 'zod';
import { firstPlace } from './window-options.ts';
import type { WindowPlace } from './window-options.ts';

/** What the desktop itself stores: the window's position and appearance. */
const desktopSettings = z.object({
  window: z
    .object({
      x: z.int().optional(),
      y: z.int().optional(),
      width: z.int().min(200).max(20_000),
      height: z.int().min(200).max(20_000),
      maximized: z.boolean(),
    })
    .catch(firstPlace),
  theme: z.enum(['system', 'light', 'dark']).catch('system'),
});

/** Whose light or dark theme the window follows. */
export type Theme = z.infer<typeof desktopSettings>['theme'];

/** The settings of this computer's window, not of the engine's data. */
export interface DesktopSettings {
  readonly window: WindowPlace;
  readonly theme: Theme;
}

/**
 * Reads and stores the settings. A file that can't be read is replaced by the defaults: it holds nothing
 * valuable.
 */
export interface SettingsFile {
  read(): DesktopSettings;
  keepWindow(place: WindowPlace): void;
}

/**
 * Opens `window.json` in `folder`.
 *
 * @param folder absolute; created if it doesn't exist.
 */
export function openSettings(folder: string): SettingsFile {
  const store = new ElectronStore<Record<string, unknown>>({
    cwd: folder,
    name: 'window',
    clearInvalidConfig: true,
  });
  return {
    read: () => desktopSettings.parse(store.store),
    keepWindow: (place) => store.set('window', place),
  };
}
