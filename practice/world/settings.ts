import type { WorldSettings } from './types.ts';

/**
 * The settings of a new world. The delays are shorter than Microsoft's, which take from 30 s to
 * minutes (entra-graph §9.3): long enough to be seen, short enough to practise with.
 */
export function defaultSettings(): WorldSettings {
  return {
    effect: { principal: 1_000, token: 3_000, graph: 5_000, index: 8_000 },
    hiddenMembership: 'empty',
    consentShape: 'consentRequired',
    tokenLifetime: 3_599,
  };
}
