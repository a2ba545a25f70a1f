import { shell } from 'electron';
import type { Links, Log } from '../engine/kernel/ports.ts';
import { systemPrivateWindows } from '../platform/browsers/private-window.ts';
import { isOpenable } from './links.ts';
import type { LinkSource } from './links.ts';

/**
 * Opens an address in the person's own browser: the only file that may import `shell`.
 *
 * @throws Error when the address is refused, or when no browser could be started.
 */
export async function openExternal(address: string, source: LinkSource): Promise<void> {
  if (!isOpenable(address, source)) {
    throw new Error(`The desktop opens no such address (asked by the ${source}).`);
  }
  await shell.openExternal(address);
}

/** The engine's port for links. */
export const desktopLinks: Links = {
  ...systemPrivateWindows,
  open: (url) => openExternal(url, 'engine'),
};

/** Opens a link of the page; a refusal is logged without the address. */
export function openPageLink(address: string, log: Log): void {
  openExternal(address, 'page').catch(() => log.warn('link refused', { asked: 'page' }));
}
