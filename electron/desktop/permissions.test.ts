import { describe, expect, it } from 'vitest';
import { isPermitted } from './permissions.ts';

const ourPage = { url: 'app://bundle/', isMainFrame: true };

/** Every permission name of Electron 45's handlers, and one that does not exist yet. */
const refused = [
  'ar',
  'automatic-fullscreen',
  'background-fetch',
  'background-sync',
  'captured-surface-control',
  'clipboard-read',
  'deprecated-sync-clipboard-read',
  'display-capture',
  'fileSystem',
  'fullscreen',
  'geolocation',
  'geolocation-approximate',
  'hand-tracking',
  'hid',
  'idle-detection',
  'keyboardLock',
  'local-fonts',
  'local-network',
  'local-network-access',
  'loopback-network',
  'media',
  'mediaKeySystem',
  'midi',
  'midiSysex',
  'nfc',
  'notifications',
  'openExternal',
  'payment-handler',
  'periodic-background-sync',
  'persistent-storage',
  'pointerLock',
  'screen-wake-lock',
  'sensors',
  'serial',
  'smart-card',
  'speaker-selection',
  'storage-access',
  'system-wake-lock',
  'top-level-storage-access',
  'usb',
  'vr',
  'web-app-installation',
  'web-printing',
  'window-management',
  'unknown',
  'of-a-later-chromium',
];

describe('what the page may ask of the browser', () => {
  it.each(refused)('%s is refused', (permission) => {
    expect(isPermitted(permission, ourPage)).toBe(false);
  });

  it('may copy plain text', () => {
    expect(isPermitted('clipboard-sanitized-write', ourPage)).toBe(true);
  });

  it.each([
    ['a frame inside', { url: 'app://bundle/', isMainFrame: false }],
    ['another origin', { url: 'https://evil.example/', isMainFrame: true }],
    ['a page without address', { url: undefined, isMainFrame: true }],
  ])('%s may not copy', (_who, requester) => {
    expect(isPermitted('clipboard-sanitized-write', requester)).toBe(false);
  });
});
