import type { ChosenWay, ConsentWays } from '../../../contract/consent-way.ts';
import type { Problem } from '../../../contract/problem.ts';
import { newProblem } from '../../errors/evergrant-error.ts';
import type { Links, Log } from '../../kernel/ports.ts';
import type { Settings } from '../../kernel/settings/settings.ts';

/** The ways in which a consent link gets to a browser. */
export interface ConsentWaysRoom {
  /** What this computer offers, and the last choice, unless that browser has been removed since. */
  offer(): Promise<ConsentWays>;
  /** Remembers the choice for the next time. */
  remember(chosen: ChosenWay): Promise<void>;
  /** Opens the link in a browser. Returns the problem if that failed; the link is valid anyway. */
  open(url: string, chosen: ChosenWay): Promise<Problem | null>;
}

const myBrowser: ChosenWay = { way: 'myBrowser', browser: null };

/** Makes the ways from what the host can open. */
export function createConsentWays(ports: {
  readonly links: Links;
  readonly settings: Pick<Settings, 'consentWay' | 'keepConsentWay'>;
  readonly log: Log;
}): ConsentWaysRoom {
  const { links, settings } = ports;
  return {
    offer: async () => {
      const [browsers, last] = await Promise.all([links.browsers(), settings.consentWay()]);
      const isThere = last.browser === null || browsers.some(({ id }) => id === last.browser);
      return { browsers: [...browsers], last: isThere ? last : myBrowser };
    },
    remember: (chosen) => settings.keepConsentWay(chosen),
    open: async (url, { way, browser }) => {
      try {
        if (way === 'privateWindow') await links.openPrivately(url, browser ?? '');
        else await links.open(url);
        return null;
      } catch (error) {
        ports.log.warn('consent.browserNotOpened', {
          way,
          name: error instanceof Error ? error.name : 'unknown',
        });
        return newProblem('identity.browserNotOpened', { retry: 'now' });
      }
    },
  };
}
