import open from 'open';
import type { Links } from '../engine/ports.ts';

/**
 * Opens http and https addresses in the person's default browser (xdg-open, and with it BROWSER, on
 * Linux). Rejects when no program could be started, and on Linux without a display, where xdg-open
 * would start a text browser nobody sees.
 */
export const systemLinks: Links = {
  async open(url) {
    const { protocol } = new URL(url);
    if (protocol !== 'https:' && protocol !== 'http:') {
      throw new Error(`Only http and https addresses are opened, not ${protocol}`);
    }
    if (!hasDisplay(process.platform, process.env)) {
      throw Object.assign(new Error('There is no display to open a browser on.'), {
        code: 'ENODISPLAY',
      });
    }
    await open(url);
  },
};

/** Whether a window could be shown here. BROWSER counts: someone named a program that needs none. */
export function hasDisplay(
  platform: NodeJS.Platform,
  env: Readonly<Record<string, string | undefined>>,
): boolean {
  if (platform === 'win32' || platform === 'darwin') return true;
  return [env['DISPLAY'], env['WAYLAND_DISPLAY'], env['BROWSER']].some(
    (value) => value !== undefined && value !== '',
  );
}
