import type { WorldSettings } from './types.ts';

/**
 * The settings of a new world. The delays are shorter than Microsoft's, which range from 30 s to minutes:
 * long enough to notice, short enough to practice with.
 */
export function defaultSettings(): WorldSettings {
  return {
    effect: { principal: 1_000, token: 3_000, graph: 5_000, index: 8_000 },
    hiddenMembership: 'empty',
    consentShape: 'consentRequired',
    tokenLifetime: 3_599,
  };
}
