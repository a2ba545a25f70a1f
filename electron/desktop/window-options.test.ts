import type { Session } from 'electron/main';
import { describe, expect, it } from 'vitest';
import { firstPlace, windowOptions } from './window-options.ts';

const session = {} as Session;
const options = windowOptions({
  session,
  preload: '/app/preload.cjs',
  icon: '/app/icon.png',
  place: firstPlace,
  dark: false,
});

describe('the options of the window', () => {
  it('are exactly the safe ones', () => {
    expect(options.webPreferences).toEqual({
      session,
      preload: '/app/preload.cjs',
      sandbox: true,
      contextIsolation: true,
      nodeIntegration: false,
      webviewTag: false,
      spellcheck: false,
      navigateOnDragDrop: false,
      safeDialogs: true,
    });
  });

  it('leave the place of a first window to the system', () => {
    expect(options).not.toHaveProperty('x');
    expect(options).not.toHaveProperty('y');
  });

  it('put a window back where it stood', () => {
    const place = { x: 40, y: 60, width: 1000, height: 700, maximized: false };
    expect(windowOptions({ session, preload: '', icon: '', place, dark: true })).toMatchObject({
      x: 40,
      y: 60,
      width: 1000,
      height: 700,
      backgroundColor: '#292929',
    });
  });
});
