import type { Links } from '../../engine/kernel/ports.ts';
import { isOpenableAddress } from '../openable-address.ts';
import { ownDesk } from './desk.ts';
import type { Desk } from './desk.ts';
import { findBrowsers } from './find-browsers.ts';

/** Private windows of the browsers that are installed on this computer. */
export type PrivateWindows = Pick<Links, 'browsers' | 'openPrivately'>;

/**
 * Creates {@link PrivateWindows} for an environment. An address is passed to the program as one argument; no
 * shell parses it.
 */
export function createPrivateWindows(desk: Desk): PrivateWindows {
  const find = async () => (hasScreen(desk) ? await findBrowsers(desk) : []);
  return {
    browsers: async () => (await find()).map(({ browser: { id, name } }) => ({ id, name })),
    async openPrivately(url, browserId) {
      if (!isOpenableAddress(url)) throw new Error('No such address is opened.');
      const found = (await find()).find(({ browser }) => browser.id === browserId);
      if (!found) throw new Error(`The browser '${browserId}' is not installed here.`);
      const { browser, program } = found;
      // A parsed address begins with its scheme, so it can't be read as a switch.
      if (!(await desk.start(program, [browser.privateSwitch, new URL(url).href]))) {
        throw new Error(`${browser.name} could not be started.`);
      }
    },
  };
}

/** The private windows of this computer. */
export const systemPrivateWindows: PrivateWindows = createPrivateWindows(ownDesk);

function hasScreen({ platform, env }: Desk): boolean {
  if (platform === 'win32' || platform === 'darwin') return true;
  return Boolean(env['DISPLAY'] || env['WAYLAND_DISPLAY']);
}
