import type { ConsentKits } from '../connection/consent/kit/consent-kits.ts';
import type { QuietWatches } from '../connection/consent/quiet/quiet-watches.ts';
import type { OpenResets } from '../reset/open-resets.ts';
import type { Base } from './base.ts';

/** `asked.*` of the contract. */
export function createAskedRouter(
  base: Base,
  kits: ConsentKits,
  watches: QuietWatches,
  openResets: Pick<OpenResets, 'protect'>,
) {
  return {
    kit: base.asked.kit.handler(async ({ input: { tenantId, within }, signal }) => {
      if (within !== 'reset') await openResets.protect(tenantId, 'granting');
      return kits.of(tenantId, signal);
    }),
    mark: base.asked.mark.handler(async ({ input: { tenantId } }) => {
      await openResets.protect(tenantId, 'granting');
      return watches.ask(tenantId);
    }),
    stop: base.asked.stop.handler(async ({ input }) => {
      await watches.stop(input.tenantId);
      return { stopped: true as const };
    }),
  };
}
