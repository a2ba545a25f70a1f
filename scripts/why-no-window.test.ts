import { expect, it } from 'vitest';
import { whyNoWindow } from './why-no-window.mjs';
import type { Place } from './why-no-window.mjs';

const desk: Place = {
  platform: 'linux',
  env: { DISPLAY: ':0' },
  isRoot: false,
  isBuilt: true,
  browserWanted: false,
};

it.each<[string, Partial<Place>]>([
  ['Linux with X11', {}],
  ['Linux with Wayland', { env: { WAYLAND_DISPLAY: 'wayland-0' } }],
  ['macOS', { platform: 'darwin', env: {} }],
  ['Windows', { platform: 'win32', env: {} }],
])('opens a window on %s', (_, changes) => {
  expect(whyNoWindow({ ...desk, ...changes })).toBeNull();
});

it.each<[Partial<Place>, string]>([
  [{ env: {} }, 'because there is no display.'],
  [{ isRoot: true }, "because Electron's sandbox doesn't run as root."],
  [{ isBuilt: false }, 'because the desktop is not part of this build.'],
])('says why it opens in the browser: %o', (changes, why) => {
  expect(whyNoWindow({ ...desk, ...changes })).toBe(
    `Opening in the browser instead of a desktop window, ${why}`,
  );
});

it('opens in the browser on request, wherever it is', () => {
  expect(whyNoWindow({ ...desk, browserWanted: true })).toBe(
    'Opening in the browser, as requested.',
  );
});
