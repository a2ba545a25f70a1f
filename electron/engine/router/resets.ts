import type { Resets } from '../reset/resets.ts';
import type { Base } from './base.ts';

/** `resets.*` of the contract. */
export function createResetsRouter(base: Base, resets: Resets) {
  return {
    last: base.resets.last.handler(({ input }) => resets.last(input.tenantId)),
    begin: base.resets.begin.handler(({ input }) => resets.begin(input.tenantId, input.by)),
    act: base.resets.act.handler(({ input: { tenantId, version, action }, signal }) =>
      resets.act(tenantId, version, action, signal),
    ),
  };
}
