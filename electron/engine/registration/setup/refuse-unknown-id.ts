import { EvergrantError } from '../../errors/evergrant-error.ts';
import { isUnknownApplication } from '../../errors/questions.ts';
import { given } from '../../kernel/given.ts';
import type { Clock } from '../../kernel/ports.ts';
import type { ReadyConnector, SetUpIdentity } from './set-up-ports.ts';

/** Entra knows a new registration after some seconds: until then an unknown ID is asked for again. */
const patience = { tries: 5, pauseMs: 2000 } as const;

/**
 * Refuses a client ID that Entra does not know in the tenant `home`. Whatever else Entra refuses is found by
 * the check, row by row. Errors: `setUp.applicationUnknown`.
 */
export async function refuseUnknownId(
  {
    identity,
    clock,
  }: { readonly identity: Pick<SetUpIdentity, 'appToken'>; readonly clock: Clock },
  connector: ReadyConnector,
  { tenantId, home }: { readonly tenantId: string; readonly home: string },
  signal?: AbortSignal,
): Promise<void> {
  for (let left = patience.tries; ; left -= 1) {
    try {
      await identity.appToken(connector, tenantId, given({ fresh: true, signal }));
      return;
    } catch (error) {
      if (!(error instanceof EvergrantError)) throw error;
      if (!isUnknownApplication(error)) return;
      if (left <= 1) {
        throw new EvergrantError('setUp.applicationUnknown', {
          params: { clientId: connector.profile.clientId, home },
          retry: 'after',
          ...(error.raw && { raw: error.raw }),
        });
      }
      await clock.sleep(patience.pauseMs, signal);
    }
  }
}
