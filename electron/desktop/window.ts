import { BrowserWindow, nativeTheme, screen } from 'electron/main';
import type { Session } from 'electron/main';
import type { Log } from '../engine/kernel/ports.ts';
import { bundleStart } from './origin.ts';
import { placeOnScreen } from './place.ts';
import type { SettingsFile } from './settings.ts';
import { windowOptions } from './window-options.ts';

/** A page that crashes within this time after a reload, in milliseconds, is not reloaded again. */
const brokenAgainWithin = 10_000;

/**
 * Creates the one window at its last position, and stores its position.
 *
 * @returns the window, before its page is loaded; {@link loadScreens} loads it.
 */
export function createWindow({
  session,
  preload,
  icon,
  settings,
  log,
}: {
  readonly session: Session;
  readonly preload: string;
  readonly icon: string;
  readonly settings: SettingsFile;
  readonly log: Log;
}): BrowserWindow {
  const kept = settings.read();
  nativeTheme.themeSource = kept.theme;
  const place = placeOnScreen(
    kept.window,
    screen.getAllDisplays().map((display) => display.workArea),
  );
  const window = new BrowserWindow(
    windowOptions({ session, preload, icon, place, dark: nativeTheme.shouldUseDarkColors }),
  );
  if (place.maximized) window.maximize();
  window.once('ready-to-show', () => window.show());
  window.on('close', () => {
    settings.keepWindow({ ...window.getNormalBounds(), maximized: window.isMaximized() });
  });
  reloadWhenBroken(window, log);
  return window;
}

/** Loads our first screen. */
export function loadScreens(window: BrowserWindow): Promise<void> {
  return window.loadURL(bundleStart);
}

/** Reloads the page when its process ended, unless it was just reloaded. */
function reloadWhenBroken(window: BrowserWindow, log: Log): void {
  let lastReload = Number.NEGATIVE_INFINITY;
  window.webContents.on('render-process-gone', (_event, details) => {
    log.error('page gone', { reason: details.reason, exitCode: details.exitCode });
    const now = performance.now();
    if (details.reason === 'clean-exit' || now - lastReload < brokenAgainWithin) return;
    lastReload = now;
    window.webContents.reload();
  });
}
