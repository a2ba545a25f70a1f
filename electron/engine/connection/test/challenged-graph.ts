import { ClaimsChallenge } from '../../errors/claims-challenge.ts';
import type { Graph } from '../../graph/graph.ts';

/** The same Graph for single reads. A claims challenge is reported before the read fails. */
export function withChallenges(
  graph: Graph,
  tell: (challenge: ClaimsChallenge) => Promise<void>,
): Graph {
  return {
    ...graph,
    get: async (path, options) => {
      try {
        return await graph.get(path, options);
      } catch (error) {
        if (error instanceof ClaimsChallenge) await tell(error);
        throw error;
      }
    },
  };
}
