import { EvergrantError } from '../../errors/evergrant-error.ts';
import { isUnknownApplication } from '../../errors/questions.ts';
import { given } from '../../kernel/given.ts';
import type { Clock } from '../../kernel/ports.ts';
import type { ReadyConnector, SetUpIdentity } from './set-up-ports.ts';

/** Entra can take some seconds to know a new registration, so an unknown ID is retried for this long. */
const patience = { tries: 5, pauseMs: 2000 } as const;

/**
 * Refuses a client ID that Entra does not know in the tenant `home`. The registration check reports
 * every other refusal in its rows. Errors: `setUp.applicationUnknown`.
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
