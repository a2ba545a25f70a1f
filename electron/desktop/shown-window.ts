import { BrowserWindow } from 'electron/main';

/**
 * The window that a person sees, minimized or not; undefined where there is none. A window that prints a
 * PDF exists beside it and is never shown, so the first of all windows may be the wrong one.
 */
export function shownWindow(): BrowserWindow | undefined {
  return BrowserWindow.getAllWindows().find((each) => each.isVisible() || each.isMinimized());
}
