import type { ConsentKits } from '../grants/kit/consent-kits.ts';
import type { QuietWatches } from '../grants/quiet/quiet-watches.ts';
import type { Base } from './base.ts';

/** `asked.*` of the contract. */
export function createAskedRouter(base: Base, kits: ConsentKits, watches: QuietWatches) {
  return {
    kit: base.asked.kit.handler(({ input, signal }) => kits.of(input.tenantId, signal)),
    mark: base.asked.mark.handler(({ input }) => watches.ask(input.tenantId)),
    stop: base.asked.stop.handler(async ({ input }) => {
      await watches.stop(input.tenantId);
      return { stopped: true as const };
    }),
  };
}
