import type { DirectoryRoom } from '../directory/compose.ts';
import type { Base } from './base.ts';

/** `comparisons.*` of the contract. */
export function createComparisonsRouter(base: Base, { comparisons }: DirectoryRoom) {
  return {
    summary: base.comparisons.summary.handler(({ input }) => comparisons.summary(input)),
    groups: base.comparisons.groups.handler(({ input }) => comparisons.groups(input)),
    people: base.comparisons.people.handler(({ input }) => comparisons.people(input)),
    memberships: base.comparisons.memberships.handler(({ input }) =>
      comparisons.memberships(input),
    ),
  };
}
