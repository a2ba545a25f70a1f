import type { InstalledBrowser, Links } from '../../electron/engine/kernel/ports.ts';

/** A computer whose browsers only say what they were given: `browser` names the private window's. */
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
