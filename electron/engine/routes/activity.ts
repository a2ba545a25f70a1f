import type { Kernel } from '../kernel/compose.ts';
import type { Base } from './base.ts';

/** `activity.*` of the contract. */
export function createActivityRouter(base: Base, { activity }: Kernel) {
  return {
    list: base.activity.list.handler(({ input }) =>
      activity.list({
        tenantId: input.tenantId,
        limit: input.limit,
        before: input.before === undefined ? null : Date.parse(input.before),
      }),
    ),
  };
}
