import type { ConnectionRoom } from '../connection/compose.ts';
import type { ResetRoom } from '../reset/compose.ts';
import type { Base } from './base.ts';

/** `asked.*` of the contract. */
export function createAskedRouter(
  base: Base,
  { watches }: ConnectionRoom,
  { protectedConnection }: ResetRoom,
) {
  return {
    kit: base.asked.kit.handler(({ input, signal }) =>
      protectedConnection.kit(input.tenantId, input.within, signal),
    ),
    mark: base.asked.mark.handler(({ input }) => protectedConnection.ask(input.tenantId)),
    stop: base.asked.stop.handler(async ({ input }) => {
      await watches.stop(input.tenantId);
      return { stopped: true as const };
    }),
  };
}
