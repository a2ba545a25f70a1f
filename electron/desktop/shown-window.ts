import { BrowserWindow } from 'electron/main';

/**
 * The visible window, minimized or not; undefined if there is none. A window that prints a PDF also exists
 * but is never shown, so the first of all windows may be the wrong one.
 */
export function shownWindow(): BrowserWindow | undefined {
  return BrowserWindow.getAllWindows().find((each) => each.isVisible() || each.isMinimized());
}
