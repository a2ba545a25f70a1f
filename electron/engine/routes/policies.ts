import type { DirectoryRoom } from '../directory/compose.ts';
import type { Base } from './base.ts';

/** `policies.*` of the contract. */
export function createPoliciesRouter(base: Base, { policies }: DirectoryRoom) {
  return {
    overview: base.policies.overview.handler(({ input }) => policies.overview(input.tenantId)),
    mark: base.policies.mark.handler(({ input }) => policies.mark(input)),
    unmark: base.policies.unmark.handler(async ({ input }) => ({
      removed: await policies.unmark(input.tenantId, input.groupId),
    })),
    people: base.policies.people.handler(({ input }) => policies.people(input)),
    sinceHandOver: base.policies.sinceHandOver.handler(({ input }) =>
      policies.sinceHandOver(input),
    ),
  };
}
