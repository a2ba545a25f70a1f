import type { BrowserWindowConstructorOptions, Session } from 'electron/main';

/** Where the window was when it was last closed, in screen pixels. */
export interface WindowPlace {
  readonly x?: number | undefined;
  readonly y?: number | undefined;
  readonly width: number;
  readonly height: number;
  readonly maximized: boolean;
}

/** The size of a first window, in screen pixels. */
export const firstPlace: WindowPlace = { width: 1280, height: 860, maximized: false };

/** The window's background until the page has drawn: Fluent's own page colors. */
const backgrounds = { light: '#ffffff', dark: '#292929' } as const;

/**
 * The options of the one window. The safe defaults are stated, so that a change of Electron's
 * defaults does not change ours.
 *
 * Source: electronjs.org/docs/latest/tutorial/security, items 2 to 4, 6, 8 to 11.
 */
export function windowOptions({
  session,
  preload,
  icon,
  place,
  dark,
}: {
  readonly session: Session;
  readonly preload: string;
  readonly icon: string;
  readonly place: WindowPlace;
  readonly dark: boolean;
}): BrowserWindowConstructorOptions {
  return {
    ...(place.x === undefined || place.y === undefined ? {} : { x: place.x, y: place.y }),
    width: place.width,
    height: place.height,
    minWidth: 720,
    minHeight: 520,
    show: false,
    title: 'Evergrant',
    icon,
    backgroundColor: dark ? backgrounds.dark : backgrounds.light,
    webPreferences: {
      session,
      preload,
      sandbox: true,
      contextIsolation: true,
      nodeIntegration: false,
      webviewTag: false,
      spellcheck: false,
      navigateOnDragDrop: false,
      safeDialogs: true,
    },
  };
}
