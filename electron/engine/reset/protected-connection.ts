import type { ConsentKits } from '../connection/consent/kit/consent-kits.ts';
import type { QuietWatches } from '../connection/consent/quiet/quiet-watches.ts';
import type { Consents } from '../connection/consent/consents.ts';
import type { Removals } from '../connection/removals.ts';
import type { OpenResets } from './open-resets.ts';

/**
 * The operations on a connection, refused when they would break an open reset. Errors of all:
 * `reset.open`.
 */
export interface ProtectedConnection {
  /** A reader's own consent does not affect a reset. */
  readonly begin: Consents['begin'];
  /** `within`: the reset itself makes the call. */
  kit(
    tenantId: string,
    within: 'reset' | undefined,
    signal?: AbortSignal,
  ): ReturnType<ConsentKits['of']>;
  readonly ask: QuietWatches['ask'];
  readonly removeHere: Removals['removeHere'];
}

/** Checks for open resets before each operation on a connection. */
export function protectConnection(ports: {
  readonly openResets: Pick<OpenResets, 'protect'>;
  readonly consents: Pick<Consents, 'begin'>;
  readonly kits: ConsentKits;
  readonly watches: Pick<QuietWatches, 'ask'>;
  readonly removals: Pick<Removals, 'removeHere'>;
}): ProtectedConnection {
  const { openResets } = ports;
  return {
    begin: async (tenantId, way, browser, whose) => {
      if (whose !== 'reader') await openResets.protect(tenantId, 'granting');
      return ports.consents.begin(tenantId, way, browser, whose);
    },
    kit: async (tenantId, within, signal) => {
      if (within !== 'reset') await openResets.protect(tenantId, 'granting');
      return ports.kits.of(tenantId, signal);
    },
    ask: async (tenantId) => {
      await openResets.protect(tenantId, 'granting');
      return ports.watches.ask(tenantId);
    },
    removeHere: async (tenantId) => {
      await openResets.protect(tenantId, 'removing');
      return ports.removals.removeHere(tenantId);
    },
  };
}
