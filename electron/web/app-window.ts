import type { Links } from '../engine/kernel/ports.ts';
import type { Desk } from '../platform/browsers/desk.ts';
import { findBrowsers } from '../platform/browsers/find-browsers.ts';

/** How the link was opened. */
export type Opened = 'appWindow' | 'tab' | 'notOpened';

/**
 * Opens the link as an app window of an installed Edge, Chrome or Chromium, otherwise as a tab of the default
 * browser.
 */
export async function openWindow(
  link: string,
  desk: Desk,
  links: Pick<Links, 'open'>,
): Promise<Opened> {
  const [found] = await findBrowsers(desk, (browser) => browser.hasAppWindow);
  if (found && (await desk.start(found.program, [`--app=${link}`]))) return 'appWindow';
  return await links.open(link).then(
    () => 'tab',
    () => 'notOpened',
  );
}
