import open from 'open';
import type { Links } from '../engine/kernel/ports.ts';
import { systemPrivateWindows } from './browsers/private-window.ts';
import { isOpenableAddress } from './openable-address.ts';

/**
 * Opens addresses in the person's default browser (on Linux by xdg-open, which honors BROWSER), or in a
 * private window of an installed one. Rejects when no program could be started, and on Linux without a
 * display, where xdg-open would start an invisible text browser.
 */
export const systemLinks: Links = {
  ...systemPrivateWindows,
  async open(url) {
    if (!isOpenableAddress(url)) throw new Error('No such address is opened.');
    if (!hasDisplay(process.platform, process.env)) {
      throw Object.assign(new Error('There is no display to open a browser on.'), {
        code: 'ENODISPLAY',
      });
    }
    await open(url);
  },
};

/** Whether this computer can show a window. BROWSER counts: it may name a program that needs no display. */
export function hasDisplay(
  platform: NodeJS.Platform,
  env: Readonly<Record<string, string | undefined>>,
): boolean {
  if (platform === 'win32' || platform === 'darwin') return true;
  return [env['DISPLAY'], env['WAYLAND_DISPLAY'], env['BROWSER']].some(
    (value) => value !== undefined && value !== '',
  );
}
