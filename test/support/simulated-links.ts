import type { InstalledBrowser, Links } from '../../electron/engine/kernel/ports.ts';

/** Records the links that the computer's browsers are given; `browser` is the one for the private window. */
export function simulatedLinks(
  opened: (url: string, browser: string | null) => void,
  installed: readonly InstalledBrowser[] = [],
): Links {
  return {
    open: async (url) => opened(url, null),
    browsers: async () => installed,
    openPrivately: async (url, browser) => opened(url, browser),
  };
}
